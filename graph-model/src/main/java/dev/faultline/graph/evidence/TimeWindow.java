package dev.faultline.graph.evidence;

import java.time.Instant;

/// A half-open span of time, [from, to).
public record TimeWindow(Instant from, Instant to) {
    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("window from " + from + " to " + to + " is empty, expected from < to");
        }
    }
}
