package dev.faultline.rca.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.LogLine;
import dev.faultline.graph.evidence.SpanObservation;
import dev.faultline.graph.log.LogTemplate;
import dev.faultline.rca.scene.Scene;

/// The paths that requests take through the code, as far as log lines tell: which line follows which within a span.
///
/// Consecutive events of a trace and how often each pair occurs are the event patterns of Nezha (FSE'23). A span begins with the
/// line `null` and ends with it. O(spans + lines log lines).
final class LogPaths {

    /// A place in the code that requests reach: a line that a unit writes in an operation; before the first line it is null.
    record Place(int unit, String operation, @Nullable LogTemplate line) {}

    /// What comes after a place: a line, or null where the span ends there.
    record Step(Place place, @Nullable LogTemplate next) {
        /// Whether the request goes no further, or into an error.
        boolean failing() {
            return next == null || next.error();
        }
    }

    private final SpanTree tree;
    private final Map<SpanObservation, Set<Step>> steps = new HashMap<>();
    private final Map<Place, Integer> reached = new HashMap<>();
    private final Map<Place, Integer> failed = new HashMap<>();
    private final Map<LogTemplate, Integer> logged = new HashMap<>();

    private LogPaths(SpanTree tree) {
        this.tree = tree;
    }

    static LogPaths of(Scene scene, Observations observations) {
        LogPaths paths = new LogPaths(new SpanTree(observations.spans()));
        Map<SpanObservation, List<LogLine>> lines = new HashMap<>();
        for (LogLine line : observations.logs()) {
            SpanObservation span = paths.tree.find(line.traceId(), line.spanId());
            if (span != null) {
                lines.computeIfAbsent(span, absent -> new ArrayList<>()).add(line);
            }
        }
        for (SpanObservation span : observations.spans()) {
            OptionalInt unit = scene.unit(span.ciId());
            if (unit.isPresent()) {
                paths.add(unit.getAsInt(), span, lines.getOrDefault(span, List.of()));
            }
        }
        return paths;
    }

    private void add(int unit, SpanObservation span, List<LogLine> lines) {
        Set<Step> ofSpan = new HashSet<>();
        Place place = new Place(unit, span.operation(), null);
        for (LogLine line : lines.stream().sorted(Comparator.comparingLong(LogLine::epochNanos)).toList()) {
            LogTemplate next = LogTemplate.of(line.message());
            ofSpan.add(new Step(place, next));
            place = new Place(unit, span.operation(), next);
        }
        ofSpan.add(new Step(place, null));
        steps.put(span, ofSpan);
        ofSpan.stream().map(Step::next).filter(Objects::nonNull).distinct().forEach(line -> logged.merge(line, 1, Integer::sum));
        ofSpan.stream().map(Step::place).distinct().forEach(each -> reached.merge(each, 1, Integer::sum));
        ofSpan.stream().filter(Step::failing).map(Step::place).distinct().forEach(each -> failed.merge(each, 1, Integer::sum));
    }

    SpanTree tree() {
        return tree;
    }

    /// Steps by span, for spans of known units.
    Map<SpanObservation, Set<Step>> steps() {
        return steps;
    }

    /// Spans that reached a place.
    int reached(Place place) {
        return reached.getOrDefault(place, 0);
    }

    /// Spans of any unit in which a line was logged.
    int logged(LogTemplate line) {
        return logged.getOrDefault(line, 0);
    }

    /// Spans that failed right after a place.
    int failed(Place place) {
        return failed.getOrDefault(place, 0);
    }
}
