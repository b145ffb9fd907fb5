package dev.faultline.graph.suppression;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// That alerts are kept and do not count for a while, because a person says so.
///
/// @param scope which alerts
/// @param until as it was planned, exclusive; an early end comes before it
/// @param by who says so
/// @param end that somebody ended it early; null where nobody did
public record Suppression(String id, SuppressionScope scope, Instant from, Instant until, String by, String reason, Instant createdAt,
        @Nullable End end) {
    /// The longest one; what should last longer is said again by then, or belongs into the rules of the monitor.
    public static final Duration LENGTH_MAX = Duration.ofDays(90);

    /// How a suppression stands at an instant.
    public enum State {
        PENDING, ACTIVE, EXPIRED
    }

    /// That a person ended it before its time.
    public record End(Instant at, String by, String reason) {}

    public Suppression {
        Required.text("suppression id", id);
        Required.text("suppression by", by);
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until is " + until + ", expected a time after from " + from);
        }
        if (Duration.between(from, until).compareTo(LENGTH_MAX) > 0) {
            throw new IllegalArgumentException(
                    "until is " + until + ", expected a time at most " + LENGTH_MAX.toDays() + " days after from " + from);
        }
    }

    public SuppressionKind kind() {
        return scope.kind();
    }

    /// When it is over, as far as is known.
    public Instant over() {
        return end == null ? until : end.at();
    }

    public State state(Instant at) {
        if (!at.isBefore(over())) {
            return State.EXPIRED;
        }
        return at.isBefore(from) ? State.PENDING : State.ACTIVE;
    }

    /// Since when alerts do not count: one that was said after its begin changes nothing before.
    public Instant since() {
        return createdAt.isAfter(from) ? createdAt : from;
    }

    Suppression endedBy(End early) {
        return new Suppression(id, scope, from, until, by, reason, createdAt, early);
    }
}
