package dev.faultline.graph.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What a person did to an incident.
///
/// @param by who; empty where nobody is named
/// @param reason why; empty where none is told
/// @param otherId the other incident that took part; null where there was none
public record Act(Kind kind, String by, String reason, Instant at, @Nullable String otherId) {
    /// What was done.
    public enum Kind {
        RESOLVED,
        /// The other one was merged into it.
        TOOK_IN,
        /// It was merged into the other one.
        TAKEN_IN,
        /// Alerts of it were made the other one.
        SPLIT_OFF,
        /// It was made of alerts of the other one.
        SPLIT_FROM
    }

    /// An act in which no other incident took part.
    public Act(Kind kind, String by, String reason, Instant at) {
        this(kind, by, reason, at, null);
    }
}
