package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// Reads metrics as series, but for those that tell again what the calls told already.
record MetricEvidence(MetricSource metrics) {
    private static final Set<Signal> OF_CALLS = Set.of(Signal.LATENCY, Signal.ERRORS, Signal.TRAFFIC);

    private record Told(Subject subject, Signal signal) {
        static Told of(Series series) {
            return new Told(series.subject(), series.signal());
        }
    }

    /// @param calls series of calls that Faultline counted itself: they are finer, and counted twice they would weigh twice
    /// @param missing told why series are missing
    List<Series> series(Set<String> around, Instant from, Instant to, List<Series> calls, Consumer<String> missing) {
        List<Series> series = metrics.of(around, from, to, missing);
        if (series.isEmpty()) {
            return series;
        }
        Set<Told> told = calls.stream().filter(one -> Arrays.stream(one.values()).anyMatch(value -> !Double.isNaN(value))).map(Told::of)
                .collect(Collectors.toSet());
        return series.stream().filter(one -> !OF_CALLS.contains(one.signal()) || !told.contains(Told.of(one))).toList();
    }
}
