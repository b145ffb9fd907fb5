package dev.faultline.rca.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;
import dev.faultline.graph.log.LogWindow;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// Turns the minutes of logs into series: one for each CI, level and template, with 0 in minutes without lines.
public final class LogMinutes {
    private static final int SECONDS = 60;

    private record Key(String ciId, LogLevel level, String template) {
        static Key of(LogWindow window) {
            return new Key(window.ciId(), window.level(), window.template());
        }
    }

    private LogMinutes() {}

    /// Returns the series in the order of the windows.
    ///
    /// @param fromMinute minutes since the epoch
    /// @param toMinute the first minute that is not in the series
    /// @param faultMinute lines to show are of this minute and later ones
    public static List<LogSeries> of(Collection<LogWindow> windows, long fromMinute, long toMinute, long faultMinute) {
        Map<Key, List<LogWindow>> byKey = new LinkedHashMap<>();
        windows.stream().filter(window -> window.minute() >= fromMinute && window.minute() < toMinute)
                .forEach(window -> byKey.computeIfAbsent(Key.of(window), absent -> new ArrayList<>()).add(window));
        long[] times = LongStream.range(fromMinute, Math.max(fromMinute, toMinute)).map(minute -> minute * SECONDS).toArray();
        List<LogSeries> series = new ArrayList<>();
        byKey.forEach((key, ofKey) -> {
            double[] lines = new double[times.length];
            ofKey.forEach(window -> lines[(int) (window.minute() - fromMinute)] += window.count());
            List<LogSample> samples = ofKey.stream().filter(window -> window.minute() >= faultMinute)
                    .flatMap(window -> window.samples().stream()).limit(LogWindow.SAMPLES_MAX).toList();
            series.add(new LogSeries(key.level, key.template, new Series(new Subject.OfCi(key.ciId), "log lines", Signal.ERRORS,
                    Duration.ofSeconds(SECONDS), times, lines), samples));
        });
        return series;
    }
}
