package dev.faultline.collectors.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.faultline.collectors.prometheus.client.Answer;
import dev.faultline.collectors.prometheus.client.Steps;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Subject;

/// Turns answers of the store into series of what is in the graph.
///
/// A step at which nothing at all has a value is left out: then the measuring stopped, not what is measured. Elsewhere a missing
/// value is NaN, so that silence shows.
final class StoreSeries {
    private final Steps steps;
    private final List<Found> found = new ArrayList<>();
    private final BitSet observed;

    /// @param count how many of the steps the store was asked for when it answered
    private record Found(Target target, Question question, Answer.Sampled sampled, int count) {}

    private record Told(Subject subject, String metric) {}

    StoreSeries(Steps steps) {
        this.steps = steps;
        this.observed = new BitSet(steps.count());
    }

    /// Takes the answer to a question; series that nobody asked for are passed over, and so is what came after the last step.
    void add(Question question, Answer answer) {
        Map<List<String>, Target> targets = question.byKey();
        int count = Math.min(steps.count(), answer.steps().count());
        for (Answer.Sampled sampled : answer.series()) {
            Target target = targets.get(question.source().key(sampled.labels()));
            if (target != null) {
                IntStream.range(0, count).filter(i -> !Double.isNaN(sampled.values()[i])).forEach(observed::set);
                found.add(new Found(target, question, sampled, count));
            }
        }
    }

    /// The series, but for those without any value; where two tell the same of a subject, the first one.
    List<Series> series() {
        Map<Told, Series> series = new LinkedHashMap<>();
        for (Found one : found) {
            Series told = series(one);
            if (Arrays.stream(told.values()).anyMatch(value -> !Double.isNaN(value))) {
                series.putIfAbsent(new Told(told.subject(), told.metric()), told);
            }
        }
        return List.copyOf(series.values());
    }

    private Series series(Found one) {
        int[] places = observed.stream().filter(place -> place < one.count()).toArray();
        long[] times = new long[places.length];
        double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            times[i] = steps.at(places[i]);
            values[i] = one.question().metric().value(one.sampled().values()[places[i]]);
        }
        return new Series(one.target().subject(), one.question().metric().metric(), one.question().metric().signal(),
                Duration.ofSeconds(steps.seconds()), times, values);
    }
}
