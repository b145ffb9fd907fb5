package dev.faultline.collectors.recorded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Subject;

/// Turns the rows `time, ci, peer, metric, value` of a metrics file into series.
final class SeriesTable {

    private record Key(Subject subject, String metric) {}

    private record Point(long epochSecond, double value) {}

    private SeriesTable() {}

    /// Reads the file; rows without a value are gaps.
    ///
    /// @param serviceOf service by the id of its instance
    static List<Series> read(Path file, int stepSeconds, Map<String, String> serviceOf) {
        Map<Key, List<Point>> points = new LinkedHashMap<>();
        CsvRows.read(file, row -> {
            if (!row.get("value").isEmpty()) {
                Key key = new Key(subject(row.get("ci"), row.get("peer"), serviceOf), row.get("metric"));
                points.computeIfAbsent(key, absent -> new ArrayList<>())
                        .add(new Point((long) Double.parseDouble(row.get("time")), Double.parseDouble(row.get("value"))));
            }
        });
        List<Series> series = new ArrayList<>(points.size());
        points.forEach((key, values) -> series.add(series(key, values, stepSeconds)));
        return series;
    }

    /// A row with a peer `caller->callee` speaks of these calls, seen by the end that `ci` belongs to.
    private static Subject subject(String ci, String peer, Map<String, String> serviceOf) {
        int arrow = peer.indexOf("->");
        if (arrow < 0) {
            return new Subject.OfCi(ci);
        }
        String caller = peer.substring(0, arrow);
        String callee = peer.substring(arrow + 2);
        String service = serviceOf.getOrDefault(ci, ci);
        if (service.equals(callee)) {
            return new Subject.OfCalls(caller, ci);
        }
        return service.equals(caller) ? new Subject.OfCalls(ci, callee) : new Subject.OfCalls(caller, callee);
    }

    private static Series series(Key key, List<Point> points, int stepSeconds) {
        points.sort((a, b) -> Long.compare(a.epochSecond(), b.epochSecond()));
        return new Series(key.subject(), key.metric(), MetricMeaning.of(key.metric()).signal(), Duration.ofSeconds(stepSeconds),
                points.stream().mapToLong(Point::epochSecond).toArray(), points.stream().mapToDouble(Point::value).toArray());
    }
}
