package dev.faultline.rca.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.SpanObservation;

/// Spans by who made them and who called whom.
final class SpanTree {
    private final Map<String, SpanObservation> byId = new HashMap<>();
    private final Map<String, List<SpanObservation>> children = new HashMap<>();

    SpanTree(List<SpanObservation> spans) {
        spans.forEach(span -> byId.put(key(span.traceId(), span.spanId()), span));
        for (SpanObservation span : spans) {
            if (span.parentId() != null) {
                children.computeIfAbsent(key(span.traceId(), span.parentId()), absent -> new ArrayList<>()).add(span);
            }
        }
        children.values().forEach(list -> list.sort(Comparator.comparingLong(SpanObservation::startEpochNanos)));
    }

    private static String key(String traceId, String spanId) {
        return traceId + "/" + spanId;
    }

    @Nullable
    SpanObservation find(@Nullable String traceId, @Nullable String spanId) {
        return traceId == null || spanId == null ? null : byId.get(key(traceId, spanId));
    }

    List<SpanObservation> children(SpanObservation span) {
        return children.getOrDefault(key(span.traceId(), span.spanId()), List.of());
    }

    /// The time of a span in which nothing under it ran, in nanoseconds.
    ///
    /// A span without children in asynchronous code often stands beside the calls that it waits for: spans of the same parent that
    /// begin while it runs count as its children.
    long ownNanos(SpanObservation span) {
        List<SpanObservation> under = children(span);
        if (under.isEmpty() && span.parentId() != null) {
            long end = span.startEpochNanos() + span.durationNanos();
            under = children.getOrDefault(key(span.traceId(), span.parentId()), List.of()).stream()
                    .filter(other -> other.startEpochNanos() > span.startEpochNanos() && other.startEpochNanos() < end).toList();
        }
        return Math.max(0, span.durationNanos() - covered(span, under));
    }

    private static long covered(SpanObservation span, List<SpanObservation> under) {
        long end = span.startEpochNanos() + span.durationNanos();
        long reached = span.startEpochNanos();
        long covered = 0;
        for (SpanObservation child : under) {
            long from = Math.max(reached, child.startEpochNanos());
            long to = Math.min(end, child.startEpochNanos() + child.durationNanos());
            if (to > from) {
                covered += to - from;
                reached = to;
            }
        }
        return covered;
    }
}
