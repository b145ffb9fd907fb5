package dev.faultline.rca.trace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.LogLine;
import dev.faultline.graph.evidence.SpanObservation;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.statistics.Tests;

/// In how many spans of each operation each log template is written.
///
/// A template that spans of an operation used to write and never write any more is a path that the code does not take any more; an
/// error that they did not write is a path that it takes now (the event patterns of Nezha, FSE'23).
public final class LogRates {
    private static final int SPANS_MIN = 5;
    private static final int NORMAL_SPANS_MIN = 3;

    private record Operation(int unit, String name) {}

    private record Key(Operation operation, LogTemplate template) {}

    /// How much a unit's log has changed.
    ///
    /// @param z of the difference of shares
    /// @param gone whether the template vanished; else it is an error that came
    public record Change(double z, boolean gone, String template, double share, double normalShare) {}

    private final Map<Operation, Integer> spans = new HashMap<>();
    private final Map<Key, Integer> writing = new HashMap<>();

    private LogRates() {}

    public static LogRates of(Scene scene, Observations observations) {
        LogRates rates = new LogRates();
        SpanTree tree = new SpanTree(observations.spans());
        for (SpanObservation span : observations.spans()) {
            scene.unit(span.ciId()).ifPresent(unit -> rates.spans.merge(new Operation(unit, span.operation()), 1, Integer::sum));
        }
        Map<String, Set<Key>> seen = new HashMap<>();
        for (LogLine line : observations.logs()) {
            SpanObservation span = tree.find(line.traceId(), line.spanId());
            if (span != null) {
                rates.count(scene, span, line, seen);
            }
        }
        return rates;
    }

    private void count(Scene scene, SpanObservation span, LogLine line, Map<String, Set<Key>> seen) {
        OptionalInt unit = scene.unit(span.ciId());
        if (unit.isPresent()) {
            Key key = new Key(new Operation(unit.getAsInt(), span.operation()), LogTemplate.of(line.message()));
            if (seen.computeIfAbsent(span.traceId() + span.spanId(), absent -> new HashSet<>()).add(key)) {
                writing.merge(key, 1, Integer::sum);
            }
        }
    }

    /// The strongest change of each unit's log against normal time.
    public Map<Integer, Change> changes(LogRates normal) {
        Set<Key> keys = new TreeSet<>(java.util.Comparator.comparing(Key::toString));
        keys.addAll(writing.keySet());
        keys.addAll(normal.writing.keySet());
        Map<Integer, Change> changes = new TreeMap<>();
        for (Key key : keys) {
            Change change = change(key, normal);
            if (change != null) {
                changes.merge(key.operation().unit(), change, (a, b) -> b.z() > a.z() ? b : a);
            }
        }
        return changes;
    }

    private @Nullable Change change(Key key, LogRates normal) {
        int all = spans.getOrDefault(key.operation(), 0);
        int allNormal = normal.spans.getOrDefault(key.operation(), 0);
        if (all < SPANS_MIN || allNormal < NORMAL_SPANS_MIN) {
            return null;
        }
        int now = writing.getOrDefault(key, 0);
        int before = normal.writing.getOrDefault(key, 0);
        double z = Tests.shares(now, all, before, allNormal);
        boolean gone = !key.template().error() && now == 0 && z < 0;
        boolean came = key.template().error() && z > 0;
        return gone || came
                ? new Change(Math.abs(z), gone, key.template().text(), (double) now / all, (double) before / allNormal)
                : null;
    }
}
