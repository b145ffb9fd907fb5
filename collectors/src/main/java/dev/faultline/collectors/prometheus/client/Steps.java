package dev.faultline.collectors.prometheus.client;

import java.time.Duration;
import java.time.Instant;

/// The moments that a query is answered for: multiples of the step.
///
/// @param from epoch seconds of the first one
/// @param to epoch seconds of the last one
/// @param seconds from one to the next
public record Steps(long from, long to, long seconds) {
    public Steps {
        if (seconds < 1 || from > to || from % seconds != 0 || to % seconds != 0) {
            throw new IllegalArgumentException("steps from " + from + " to " + to + " every " + seconds
                    + " s, expected multiples of the step in order");
        }
    }

    /// Whether [from, to) has room for a step at all.
    public static boolean fit(Instant from, Instant to, Duration step) {
        return first(from, step) <= last(to, step);
    }

    /// The steps in [from, to).
    public static Steps within(Instant from, Instant to, Duration step) {
        return new Steps(first(from, step), last(to, step), step.toSeconds());
    }

    private static long first(Instant from, Duration step) {
        return Math.ceilDiv(from.getEpochSecond(), step.toSeconds()) * step.toSeconds();
    }

    private static long last(Instant to, Duration step) {
        return Math.floorDiv(to.minusNanos(1).getEpochSecond(), step.toSeconds()) * step.toSeconds();
    }

    public int count() {
        return Math.toIntExact((to - from) / seconds + 1);
    }

    /// The later part of these steps that an answer up to a moment does not hold for certain, as what was measured late may be missing.
    ///
    /// @param answeredTo one of the steps, or before them
    public Steps after(long answeredTo, long lateSecondsMax) {
        long again = Math.ceilDiv(lateSecondsMax, seconds) * seconds;
        return new Steps(Math.max(from, answeredTo + seconds - again), to, seconds);
    }

    /// The place of a moment among the steps, negative where it is none of them.
    public int index(long epochSecond) {
        return epochSecond < from || epochSecond > to || (epochSecond - from) % seconds != 0
                ? -1
                : Math.toIntExact((epochSecond - from) / seconds);
    }

    /// The moment at a place.
    public long at(int index) {
        return from + index * seconds;
    }
}
