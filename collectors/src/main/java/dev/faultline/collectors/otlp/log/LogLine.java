package dev.faultline.collectors.otlp.log;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.graph.log.LogLevel;

/// One log record as it came, but for the end of a text that is too long.
///
/// @param traceId in hexadecimal, empty where it names none
public record LogLine(Origin origin, long epochMillis, LogLevel level, String text, String traceId) {
    private static final long MILLIS_PER_MINUTE = 60_000;

    /// Minutes since the epoch.
    long minute() {
        return Math.floorDiv(epochMillis, MILLIS_PER_MINUTE);
    }
}
