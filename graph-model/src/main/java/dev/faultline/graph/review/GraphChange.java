package dev.faultline.graph.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// That a CI or one of its relations changed.
///
/// @param relation type of the relation; null where the CI itself changed
/// @param otherId where the relation leads; null where the CI itself changed
public record GraphChange(Instant at, String ciId, Kind kind, @Nullable String relation, @Nullable String otherId) {

    /// What happened.
    public enum Kind {
        APPEARED, CHANGED, RETIRED, RELATION_BEGAN, RELATION_ENDED
    }
}
