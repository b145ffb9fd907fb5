package dev.faultline.rca.trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.SpanObservation;
import dev.faultline.graph.log.LogTemplate;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.statistics.Tests;
import dev.faultline.rca.trace.LogPaths.Step;

/// Where requests first leave their normal path: they end or log an error after a line from which they normally go on, or log an
/// error that nobody logs in normal time.
///
/// A break is put down to the deepest span of its trace that has one, as exceptions pass on to callers. What is normal is learned
/// from the reference, and how many breaks chance makes by judging each trace of the reference against the others.
public final class PathBreaks {
    private static final int REACHED_MIN = 3;
    private static final double FAILING_MAX = 0.1;

    /// Traces that break first at a unit.
    ///
    /// @param expected traces that would have done so in normal time
    /// @param share of the traces in excess of those expected, over all units
    /// @param place the line after which most of them break, or the operation where they break before the first
    public record Breaks(int traces, double expected, double share, String place) {
        /// How far beyond chance, in standard deviations.
        public double z() {
            return Tests.count(traces, expected);
        }
    }

    private PathBreaks() {}

    /// Breaks by unit, for units that any trace breaks at.
    public static Map<Integer, Breaks> of(Scene scene, Observations observed, Observations reference) {
        LogPaths now = LogPaths.of(scene, observed);
        LogPaths normal = LogPaths.of(scene, reference);
        Map<Integer, Map<String, Step>> breaking = firsts(now, normal, 0);
        Map<Integer, Map<String, Step>> chance = firsts(normal, normal, 1);
        double scale = (double) traces(observed) / Math.max(1, traces(reference));
        double total = breaking.entrySet().stream().mapToDouble(entry -> excess(entry.getValue(), chance.get(entry.getKey()), scale)).sum();
        Map<Integer, Breaks> breaks = new TreeMap<>();
        breaking.forEach((unit, traces) -> {
            double excess = excess(traces, chance.get(unit), scale);
            breaks.put(unit, new Breaks(traces.size(), scale * size(chance.get(unit)), total <= 0 ? 0 : excess / total, commonest(traces)));
        });
        return breaks;
    }

    private static long traces(Observations observations) {
        return observations.spans().stream().map(SpanObservation::traceId).distinct().count();
    }

    private static double excess(Map<String, Step> traces, @Nullable Map<String, Step> chance, double scale) {
        return Math.max(0, traces.size() - scale * size(chance));
    }

    private static int size(@Nullable Map<String, Step> traces) {
        return traces == null ? 0 : traces.size();
    }

    /// The step at which each trace breaks first, by unit and trace.
    ///
    /// @param self 1 where the spans that are judged are part of what is normal, to leave each of them out
    private static Map<Integer, Map<String, Step>> firsts(LogPaths paths, LogPaths normal, int self) {
        Map<SpanObservation, Step> broken = new HashMap<>();
        paths.steps().forEach((span, steps) -> steps.stream().filter(step -> breaks(step, normal, self))
                .min(Comparator.comparing(Step::toString)).ifPresent(step -> broken.put(span, step)));
        Set<SpanObservation> above = new HashSet<>();
        for (SpanObservation span : broken.keySet()) {
            SpanObservation parent = paths.tree().find(span.traceId(), span.parentId());
            while (parent != null && above.add(parent)) {
                parent = paths.tree().find(parent.traceId(), parent.parentId());
            }
        }
        Map<Integer, Map<String, Step>> firsts = new TreeMap<>();
        broken.forEach((span, step) -> {
            if (!above.contains(span)) {
                firsts.computeIfAbsent(step.place().unit(), absent -> new TreeMap<>()).merge(span.traceId(), step, PathBreaks::earlier);
            }
        });
        return firsts;
    }

    private static Step earlier(Step a, Step b) {
        return a.toString().compareTo(b.toString()) <= 0 ? a : b;
    }

    private static boolean breaks(Step step, LogPaths normal, int self) {
        return step.failing() && (isNew(step.next(), normal, self) || isUnusual(step, normal, self));
    }

    /// Whether it is an error that nobody logs in normal time.
    private static boolean isNew(@Nullable LogTemplate line, LogPaths normal, int self) {
        return line != null && normal.logged(line) <= self;
    }

    /// Whether requests normally go on from there.
    private static boolean isUnusual(Step step, LogPaths normal, int self) {
        int reached = normal.reached(step.place()) - self;
        int failed = normal.failed(step.place()) - self;
        return reached >= REACHED_MIN && Math.max(0, failed) <= FAILING_MAX * reached;
    }

    private static String commonest(Map<String, Step> traces) {
        Map<String, Integer> counts = new TreeMap<>();
        traces.values().forEach(step -> counts.merge(sentence(step), 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static String sentence(Step step) {
        String after = step.place().line() == null ? "at the start of " + step.place().operation() : "after " + step.place().line().text();
        return step.next() == null ? "end " + after : "log " + step.next().text() + " " + after;
    }
}
