package dev.faultline.rca.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// Joins what was observed in the same minutes of other days: the normal of what follows the trading day, which the time before an
/// incident is not where that begins with the session.
public final class SameMinutes {
    private SameMinutes() {}

    private record Key(Subject subject, String metric) {
        static Key of(Series series) {
            return new Key(series.subject(), series.metric());
        }
    }

    /// Returns one series for each observed one that some day knows, in the step of the observed one; O(values).
    ///
    /// @param days series of each day
    public static List<Series> of(List<Series> observed, List<List<Series>> days) {
        List<Map<Key, Series>> byKey = days.stream()
                .map(day -> day.stream().collect(Collectors.toMap(Key::of, Function.identity(), (one, other) -> one))).toList();
        List<Series> joined = new ArrayList<>();
        for (Series series : observed) {
            List<Series> known = byKey.stream().map(day -> day.get(Key.of(series))).filter(Objects::nonNull)
                    .filter(SameMinutes::tells).sorted((one, other) -> Long.compare(one.epochSeconds()[0], other.epochSeconds()[0]))
                    .toList();
            if (!known.isEmpty()) {
                joined.add(joined(series, known));
            }
        }
        return joined;
    }

    private static boolean tells(Series series) {
        return Arrays.stream(series.values()).anyMatch(value -> !Double.isNaN(value));
    }

    private static Series joined(Series observed, List<Series> known) {
        long[] times = known.stream().flatMapToLong(series -> Arrays.stream(series.epochSeconds())).toArray();
        double[] values = known.stream().flatMapToDouble(
                series -> IntStream.range(0, series.values().length).mapToDouble(i -> series.values()[i] * perStep(observed, series)))
                .toArray();
        return new Series(observed.subject(), observed.metric(), observed.signal(), observed.step(), times, values);
    }

    /// Traffic is counted by step, and a day with fewer calls has longer ones.
    private static double perStep(Series observed, Series other) {
        return observed.signal() == Signal.TRAFFIC ? (double) observed.step().toMillis() / other.step().toMillis() : 1;
    }
}
