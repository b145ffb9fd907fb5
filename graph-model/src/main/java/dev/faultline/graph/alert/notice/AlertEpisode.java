package dev.faultline.graph.alert.notice;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One stretch of time in which an alert's condition held, as far as the notices tell.
///
/// @param startsAt when the condition began; identity of the episode within its alert
/// @param endedAt the latest end that a notice gave; null where none did
/// @param firingSeenAt when the last notice that it fires was received, or was true where the start is not known; null where only its
///   end was ever told
/// @param startKnown whether the monitor said when it began; else it began when it was first seen, or belongs to what it continues
/// @param overSeenAt when the monitor last said that it is over, without a time of its end, where the start is known; else until when it
///   was said to be over, where that is later than its end; null where it is not
public record AlertEpisode(Instant startsAt, @Nullable Instant endedAt, @Nullable Instant firingSeenAt, boolean startKnown,
        @Nullable Instant overSeenAt) {

    /// How long after an end a firing notice of the same start is taken for a late arrival rather than for the condition's return.
    public static final Duration LATE_FIRING_MAX = Duration.ofMinutes(2);

    /// An episode whose start the monitor said.
    public AlertEpisode(Instant startsAt, @Nullable Instant endedAt, @Nullable Instant firingSeenAt) {
        this(startsAt, endedAt, firingSeenAt, true, null);
    }

    /// An episode that held at an instant, as far as is known.
    static AlertEpisode seen(Instant at, @Nullable Instant endedAt) {
        return new AlertEpisode(at, endedAt, at, false, null);
    }

    /// When it ended; null while the condition holds. A firing notice well after the end means that it came back, and an end that the
    /// monitor gave goes before the time at which it said that there was one.
    public @Nullable Instant resolvedAt() {
        if (endedAt != null && !cameBackAfter(endedAt)) {
            return endedAt;
        }
        return startKnown && overSeenAt != null && !cameBackAfter(overSeenAt) ? overSeenAt : null;
    }

    private boolean cameBackAfter(Instant end) {
        return firingSeenAt != null && firingSeenAt.isAfter(end.plus(LATE_FIRING_MAX));
    }

    /// Whether any notice told of an end.
    boolean endTold() {
        return endedAt != null || (startKnown && overSeenAt != null);
    }

    /// What both say of the same episode; order does not matter.
    AlertEpisode join(AlertEpisode other) {
        return new AlertEpisode(startsAt, later(endedAt, other.endedAt), later(firingSeenAt, other.firingSeenAt),
                startKnown || other.startKnown, later(overSeenAt, other.overSeenAt));
    }

    /// The same with another end.
    AlertEpisode ended(@Nullable Instant at) {
        return new AlertEpisode(startsAt, at, firingSeenAt, startKnown, overSeenAt);
    }

    /// The same, said to be over until an instant.
    AlertEpisode over(@Nullable Instant at) {
        Instant until = later(overSeenAt, at);
        return new AlertEpisode(startsAt, endedAt, firingSeenAt, startKnown, until == null || until.equals(endedAt) ? null : until);
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
