package dev.faultline.api.explanation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.RankingVersion;

/// A stored ranking beside the same ranking computed again.
///
/// @param stored the ranking as it was stored
/// @param sentence what came of it
/// @param differences where the two differ, as sentences; empty where they do not or nothing was computed
/// @param rankedBy the program that made the stored one; null where that is not known
/// @param explainedBy the program that computed it again
/// @param inputBytes how much it was computed from, compressed; 0 where that is not kept
public record Explanation(RankingVersion stored, Outcome outcome, String sentence, List<String> differences, @Nullable String rankedBy,
        String explainedBy, int inputBytes) {
    public Explanation {
        differences = List.copyOf(differences);
    }

    /// What came of computing a ranking again.
    public enum Outcome {
        /// Cause by cause, term by term and sentence by sentence the same.
        SAME,
        /// Something differs.
        DIFFERENT,
        /// What it was computed from is not kept, or not readable.
        GONE
    }
}
