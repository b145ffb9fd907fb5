package dev.faultline.rca.evidence;

import java.time.Duration;
import java.time.Instant;

/// The minutes that evidence is read for; the last one may still be under way.
///
/// @param from first minute since the epoch
/// @param to minute after the last one
/// @param lastCoverage share of the last minute that is over and reported, in (0, 1]
public record MinuteRange(long from, long to, double lastCoverage) {
    /// Less of a minute than this says too little to be looked at.
    static final Duration COVERAGE_MIN = Duration.ofSeconds(20);

    public MinuteRange {
        if (from >= to) {
            throw new IllegalArgumentException("minutes from " + from + " to " + to + " are empty, expected from < to");
        }
    }

    /// The range that ends now: the minute under way is in it once enough of it was reported.
    ///
    /// @param delay how long after a call its window is known
    public static MinuteRange until(Instant now, Duration length, Duration delay) {
        Instant known = now.minus(delay);
        long lastMinute = Math.floorDiv(known.getEpochSecond(), 60L);
        long coveredMillis = known.toEpochMilli() - lastMinute * 60_000L;
        boolean enough = coveredMillis >= COVERAGE_MIN.toMillis();
        long to = enough ? lastMinute + 1 : lastMinute;
        return new MinuteRange(to - Math.max(1, length.toMinutes()), to, enough ? coveredMillis / 60_000.0 : 1.0);
    }

    /// The range that ends with the minute of an instant, all of which is over.
    public static MinuteRange over(Instant end, Duration length) {
        long to = Math.floorDiv(end.getEpochSecond(), 60L) + 1;
        return new MinuteRange(to - Math.max(1, length.toMinutes()), to, 1);
    }

    /// How many minutes there are.
    public int count() {
        return Math.toIntExact(to - from);
    }

    boolean contains(long minute) {
        return minute >= from && minute < to;
    }

    int index(long minute) {
        return Math.toIntExact(minute - from);
    }

    /// What a count of the minute must be multiplied with to stand for a whole minute.
    double scale(int index) {
        return index == count() - 1 ? 1 / lastCoverage : 1;
    }
}
