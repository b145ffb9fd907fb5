package dev.faultline.collectors.recorded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.LogLine;
import dev.faultline.graph.evidence.SpanObservation;

/// Turns the rows of a spans file and of a logs file into observations.
final class TraceTables {
    private static final long NANOS_PER_MICRO = 1_000;

    private TraceTables() {}

    static List<SpanObservation> spans(Path file) {
        List<SpanObservation> spans = new ArrayList<>();
        CsvRows.read(file, row -> spans.add(new SpanObservation(row.get("traceId"), row.get("spanId"), orNull(row.get("parentId")),
                row.get("ci"), row.get("operation"), Long.parseLong(row.get("startUnixNano")),
                Long.parseLong(row.get("durationMicros")) * NANOS_PER_MICRO, Boolean.parseBoolean(row.get("error")))));
        return spans;
    }

    static List<LogLine> logs(Path file) {
        List<LogLine> lines = new ArrayList<>();
        CsvRows.read(file, row -> lines.add(new LogLine(Long.parseLong(row.get("timeUnixNano")), row.get("ci"),
                orNull(row.get("traceId")), orNull(row.get("spanId")), row.get("message"))));
        return lines;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
