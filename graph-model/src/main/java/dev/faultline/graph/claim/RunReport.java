package dev.faultline.graph.claim;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What is kept of a run: when it was, how it went, and what it changed.
///
/// @param problem why the run is partial or failed; null where it is complete
/// @param problems what was left out of its claims, at most [#PROBLEMS_MAX] sentences
public record RunReport(String id, String source, String scope, Instant startedAt, Instant endedAt, RunOutcome outcome,
        @Nullable String problem, Verdict verdict, RunCounts counts, List<String> problems) {
    /// How many sentences a report keeps; the rest are only counted.
    public static final int PROBLEMS_MAX = 100;

    public RunReport {
        problems = problems.stream().limit(PROBLEMS_MAX).toList();
    }
}
