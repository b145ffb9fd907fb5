package dev.faultline.rca.evidence;

import java.time.Duration;
import java.time.Instant;

import dev.faultline.graph.call.CallSlices;

/// The slices of time that evidence is read for, all of them over.
///
/// @param from first slice since the epoch
/// @param to slice after the last one
public record SliceRange(long from, long to) {
    public SliceRange {
        if (from >= to) {
            throw new IllegalArgumentException("slices from " + from + " to " + to + " are empty, expected from < to");
        }
    }

    /// The range that ends now, without what is not reported yet.
    ///
    /// @param delay how long after a call its window is known
    public static SliceRange until(Instant now, Duration length, Duration delay) {
        return ending(sliceOf(now.minus(delay)), length);
    }

    /// The range that ends with the slice of an instant, which is over.
    public static SliceRange over(Instant end, Duration length) {
        return ending(sliceOf(end) + 1, length);
    }

    private static SliceRange ending(long to, Duration length) {
        return new SliceRange(to - Math.max(1, length.toSeconds() / CallSlices.SECONDS), to);
    }

    private static long sliceOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), (long) CallSlices.SECONDS);
    }

    /// The minute of the first slice.
    public long fromMinute() {
        return Math.floorDiv(from, (long) CallSlices.COUNT);
    }

    /// The minute after that of the last slice.
    public long toMinute() {
        return Math.floorDiv(to - 1, (long) CallSlices.COUNT) + 1;
    }

    /// How many slices there are.
    public int count() {
        return Math.toIntExact(to - from);
    }

    boolean contains(long slice) {
        return slice >= from && slice < to;
    }

    int index(long slice) {
        return Math.toIntExact(slice - from);
    }
}
