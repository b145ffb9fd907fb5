package dev.faultline.collectors.prometheus.client;

import java.util.List;
import java.util.Map;

/// What the store answered to one query.
public record Answer(Steps steps, List<Sampled> series) {
    public Answer {
        series = List.copyOf(series);
    }

    /// How many values it holds.
    public long size() {
        return (long) series.size() * steps.count();
    }

    /// One series of the answer.
    ///
    /// @param values by step, NaN where there is none; not written any more
    @SuppressWarnings("ArrayRecordComponent") // series come by the thousand
    public record Sampled(Map<String, String> labels, double[] values) {}
}
