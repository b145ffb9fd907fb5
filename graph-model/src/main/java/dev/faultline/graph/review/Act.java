package dev.faultline.graph.review;

import java.time.Instant;

/// What a person did to an incident.
///
/// @param by who; empty where nobody is named
/// @param reason why; empty where none is told
public record Act(Kind kind, String by, String reason, Instant at) {

    /// What was done.
    public enum Kind {
        RESOLVED
    }
}
