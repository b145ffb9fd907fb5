package dev.faultline.graph.alert.notice;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One stretch of time in which an alert's condition held, as far as the notices tell.
///
/// @param startsAt when the condition began; identity of the episode within its alert
/// @param endedAt the latest end that a notice gave; null where none did
/// @param firingSeenAt when the last notice that it fires was received; null where only its end was ever told
public record AlertEpisode(Instant startsAt, @Nullable Instant endedAt, @Nullable Instant firingSeenAt) {

    /// How long after an end a firing notice of the same start is taken for a late arrival rather than for the condition's return.
    public static final Duration LATE_FIRING_MAX = Duration.ofMinutes(2);

    /// When it ended; null while the condition holds. A firing notice well after the end means that it came back.
    public @Nullable Instant resolvedAt() {
        boolean cameBack = endedAt != null && firingSeenAt != null && firingSeenAt.isAfter(endedAt.plus(LATE_FIRING_MAX));
        return cameBack ? null : endedAt;
    }

    /// What both say of the same episode; order does not matter.
    AlertEpisode join(AlertEpisode other) {
        return new AlertEpisode(startsAt, later(endedAt, other.endedAt), later(firingSeenAt, other.firingSeenAt));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
