package dev.faultline.collectors.prometheus.client;

import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /// This answer, with what a later one to the same query has in place of and after its end.
    ///
    /// @param later begins no later than a step after the end of this one
    public Answer continuedBy(Answer later) {
        Steps all = new Steps(steps.from(), later.steps.to(), steps.seconds());
        Map<Map<String, String>, double[]> values = new LinkedHashMap<>();
        int kept = all.index(later.steps.from());
        for (Sampled before : series) {
            System.arraycopy(before.values, 0, values.computeIfAbsent(before.labels, labels -> gaps(all)), 0, kept);
        }
        for (Sampled after : later.series) {
            System.arraycopy(after.values, 0, values.computeIfAbsent(after.labels, labels -> gaps(all)), kept, after.values.length);
        }
        return new Answer(all, values.entrySet().stream().map(entry -> new Sampled(entry.getKey(), entry.getValue())).toList());
    }

    private static double[] gaps(Steps steps) {
        double[] values = new double[steps.count()];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /// One series of the answer.
    ///
    /// @param values by step, NaN where there is none; not written any more
    @SuppressWarnings("ArrayRecordComponent") // series come by the thousand
    public record Sampled(Map<String, String> labels, double[] values) {}
}
