package dev.faultline.rca.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

import dev.faultline.graph.evidence.SpanObservation;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.statistics.Tests;

/// Own times of spans by unit and operation.
///
/// The own time of a client span is the time that its call spends between the ends: on the network, or waiting for the callee to
/// take it up. It is put down to the callee, which all its callers share.
public final class OwnTimes {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int SAMPLES_MIN = 3;
    private static final double SIGNIFICANT_Z = 2;
    private static final double[] NONE = new double[0];

    private record Key(int unit, String caller, String operation) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byUnit = Integer.compare(unit, other.unit);
            int byCaller = byUnit != 0 ? byUnit : caller.compareTo(other.caller);
            return byCaller != 0 ? byCaller : operation.compareTo(other.operation);
        }
    }

    /// Time that a unit takes beyond its normal time.
    ///
    /// @param operation the operation that takes most of it
    public record Excess(double millis, String operation, int slow, int spans) {
        private Excess plus(Excess other) {
            Excess larger = other.millis > millis ? other : this;
            return new Excess(millis + other.millis, larger.operation, larger.slow, larger.spans);
        }
    }

    private final Map<Key, double[]> millis;
    private final double totalMillis;

    private OwnTimes(Map<Key, double[]> millis, double totalMillis) {
        this.millis = millis;
        this.totalMillis = totalMillis;
    }

    public static OwnTimes of(Scene scene, List<SpanObservation> spans) {
        SpanTree tree = new SpanTree(spans);
        Map<Key, List<Double>> lists = new HashMap<>();
        double total = 0;
        for (SpanObservation span : spans) {
            OptionalInt caller = scene.unit(span.ciId());
            total += span.parentId() == null ? span.durationNanos() / NANOS_PER_MILLI : 0;
            if (caller.isPresent()) {
                int unit = answering(scene, tree, span, caller.getAsInt());
                lists.computeIfAbsent(new Key(unit, scene.units().get(caller.getAsInt()).ciId(), span.operation()),
                        absent -> new ArrayList<>()).add(tree.ownNanos(span) / NANOS_PER_MILLI);
            }
        }
        Map<Key, double[]> arrays = new TreeMap<>();
        lists.forEach((key, values) -> arrays.put(key, values.stream().mapToDouble(Double::doubleValue).toArray()));
        return new OwnTimes(arrays, total);
    }

    private static int answering(Scene scene, SpanTree tree, SpanObservation span, int caller) {
        return tree.children(span).stream().map(child -> scene.unit(child.ciId()))
                .filter(callee -> callee.isPresent() && callee.getAsInt() != caller).mapToInt(OptionalInt::getAsInt).findFirst()
                .orElse(caller);
    }

    /// Duration of all root spans.
    public double totalMillis() {
        return totalMillis;
    }

    /// Time beyond the longest normal own time of the same operation, by unit, where more spans exceed it than chance explains:
    /// of n normal and m observed values, m / (n + 1) are expected above the largest normal one. Where an operation is rare in
    /// normal time, all operations of the unit stand for it.
    public Map<Integer, Excess> excess(OwnTimes normal) {
        Map<Integer, Excess> excess = new TreeMap<>();
        Map<Integer, double[]> ofUnits = normal.byUnit();
        millis.forEach((key, values) -> {
            double[] same = normal.millis.getOrDefault(key, NONE);
            double[] before = same.length >= SAMPLES_MIN ? same : ofUnits.getOrDefault(key.unit(), NONE);
            if (before.length >= SAMPLES_MIN && values.length >= SAMPLES_MIN) {
                double longest = Arrays.stream(before).max().orElse(0);
                double[] slow = Arrays.stream(values).filter(value -> value > longest).toArray();
                if (Tests.count(slow.length, values.length / (before.length + 1.0)) > SIGNIFICANT_Z) {
                    double beyond = Arrays.stream(slow).map(value -> value - longest).sum();
                    excess.merge(key.unit(), new Excess(beyond, key.operation(), slow.length, values.length), Excess::plus);
                }
            }
        });
        return excess;
    }

    private Map<Integer, double[]> byUnit() {
        Map<Integer, DoubleStream.Builder> all = new TreeMap<>();
        millis.forEach((key, values) -> Arrays.stream(values)
                .forEach(all.computeIfAbsent(key.unit(), absent -> DoubleStream.builder())::add));
        Map<Integer, double[]> arrays = new TreeMap<>();
        all.forEach((unit, values) -> arrays.put(unit, values.build().toArray()));
        return arrays;
    }
}
