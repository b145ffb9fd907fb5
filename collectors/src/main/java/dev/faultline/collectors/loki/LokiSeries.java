package dev.faultline.collectors.loki;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.faultline.collectors.prometheus.StoreReading;
import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.symptom.Signal;

/// What Loki counted as series of log lines, level by level.
public final class LokiSeries {
    private LokiSeries() {}

    /// The series whose names the rules give a level; a step in which nobody logged at all is not there.
    public static List<LogSeries> of(StoreReading reading) {
        return reading.series().stream().flatMap(series -> level(series.metric()).map(level -> of(series, level)).stream()).toList();
    }

    private static Optional<LogLevel> level(String metric) {
        return switch (metric) {
            case "errors" -> Optional.of(LogLevel.ERROR);
            case "warnings" -> Optional.of(LogLevel.WARN);
            case "lines" -> Optional.of(LogLevel.UNKNOWN);
            default -> Optional.empty();
        };
    }

    /// Loki gives no value where it counts none, and the time of a value is the end of what it counts.
    private static LogSeries of(Series series, LogLevel level) {
        double[] lines = Arrays.stream(series.values()).map(value -> Double.isNaN(value) ? 0 : value).toArray();
        long[] from = Arrays.stream(series.epochSeconds()).map(end -> end - series.step().toSeconds()).toArray();
        return new LogSeries(level, "", new Series(series.subject(), "log lines", Signal.ERRORS, series.step(), from, lines), List.of());
    }
}
