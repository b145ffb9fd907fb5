package dev.faultline.graph.ci;

import java.time.Instant;

/// A typed, directed link between two CIs, such as `RUNS_ON` or `INSTANCE_OF`.
///
/// @param validFrom since when the link has existed
public record Relation(String type, String fromId, String toId, Instant validFrom) {
    public Relation {
        Required.text("relation type", type);
        Required.text("relation fromId", fromId);
        Required.text("relation toId", toId);
    }
}
