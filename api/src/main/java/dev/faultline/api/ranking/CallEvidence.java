package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.rca.evidence.CallSeries;
import dev.faultline.rca.evidence.SliceRange;

/// Reads the windows of the call edges around an incident as series.
record CallEvidence(EvidenceSources.Calls calls, EvidenceLimits limits) {

    /// The series of the edges nearest to what suffers.
    ///
    /// @param around ids of CIs, nearest first
    /// @param at the moment that it is read at: of times shortly before, not all may be known yet
    /// @param cutShort told where edges are left out
    List<Series> series(Set<String> around, TimeWindow time, Instant at, List<String> cutShort) {
        List<CallEdge> edges = nearest(calls.edges(around), around);
        if (edges.size() > limits.edges()) {
            cutShort.add("edges");
            edges = edges.subList(0, limits.edges());
        }
        Duration length = Duration.between(time.from(), time.to());
        boolean reported = time.to().plus(limits.windowDelay()).isBefore(at);
        SliceRange slices = reported ? SliceRange.over(time.to(), length) : SliceRange.until(at, length, limits.windowDelay());
        List<CallWindow> windows = calls.windows(edges.stream().map(CallEdge::id).toList(), slices.fromMinute(), slices.toMinute());
        return CallSeries.of(edges, windows, slices, reported);
    }

    private static List<CallEdge> nearest(List<CallEdge> edges, Set<String> around) {
        Map<String, Integer> order = new HashMap<>();
        around.forEach(ciId -> order.put(ciId, order.size()));
        return edges.stream().sorted(Comparator.comparingInt((CallEdge edge) -> order.getOrDefault(edge.calleeId(), around.size()))
                .thenComparingInt(edge -> order.getOrDefault(edge.callerId(), around.size())).thenComparing(CallEdge::id)).toList();
    }
}
