package dev.faultline.graph.claim;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// One pass of a collector over one scope of its source.
///
/// @param scope what part of the source it looked at; a run speaks for nothing outside it
/// @param problem why it is partial or failed, as a sentence; null where it is complete
public record Run(String id, String source, String scope, Instant startedAt, Instant endedAt, RunOutcome outcome, @Nullable String problem,
        List<Claim> claims) {
    public Run {
        claims = List.copyOf(claims);
    }
}
