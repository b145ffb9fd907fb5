package dev.faultline.api.demo.monitor;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Reads the counters of flows from Prometheus' text format.
final class MetricsText {
    private static final Pattern LINE = Pattern.compile(
            "http_(?:server|client)_duration_ms_(bucket|errors_total)\\{service=\"([^\"]+)\"(?:,peer=\"([^\"]+)\")?(?:,le=\"[^\"]+\")?} (\\d+)");

    private MetricsText() {}

    /// Counters by flow; the buckets of a flow come in ascending order, cumulative, and its errors after them.
    static Map<FlowKey, FlowCounters> parse(String text) {
        Map<FlowKey, FlowReading> readings = new HashMap<>();
        text.lines().map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            @Nullable
            String peer = line.group(3);
            FlowReading reading = readings.computeIfAbsent(new FlowKey(line.group(2), peer), key -> new FlowReading());
            reading.read(line.group(1), Long.parseLong(line.group(4)));
        });
        Map<FlowKey, FlowCounters> counters = new HashMap<>();
        readings.forEach((key, reading) -> counters.put(key, new FlowCounters(reading.buckets, reading.errors)));
        return counters;
    }

    private static final class FlowReading {
        private final long[] buckets = new long[FlowCounters.BUCKETS];
        private int next;
        private long cumulated;
        private long errors;

        void read(String kind, long value) {
            if (kind.equals("errors_total")) {
                errors = value;
            } else if (next < buckets.length) {
                buckets[next++] = value - cumulated;
                cumulated = value;
            }
        }
    }
}
