package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.rca.evidence.CallSeries;
import dev.faultline.rca.evidence.SliceRange;

/// Reads what flowed over the call edges around an incident as series.
record CallEvidence(EvidenceSources.Calls calls, EvidenceLimits limits) {

    /// All edges with the same ends: they differ by endpoint, which no series does.
    private record Flow(String callerId, String calleeId, @Nullable String instanceId) {
        static Flow of(CallEdge edge) {
            return new Flow(edge.callerId(), edge.calleeId(), edge.calleeInstanceId());
        }
    }

    /// The edges nearest to what suffers.
    ///
    /// @param around ids of CIs, nearest first
    /// @param cutShort told where edges are left out
    List<CallEdge> edges(Set<String> around, List<String> cutShort) {
        List<CallEdge> edges = calls.edges(around);
        if (edges.size() > limits.edges()) {
            cutShort.add("edges");
        }
        return chosen(edges, around, limits.edges());
    }

    /// What flowed over edges as series.
    ///
    /// @param at the moment that it is read at: of times shortly before, not all may be known yet
    List<Series> series(List<CallEdge> edges, TimeWindow time, Instant at) {
        Duration length = Duration.between(time.from(), time.to());
        boolean reported = time.to().plus(limits.windowDelay()).isBefore(at);
        SliceRange slices = reported ? SliceRange.over(time.to(), length) : SliceRange.until(at, length, limits.windowDelay());
        List<SlicedMinute> minutes = calls.minutes(edges.stream().map(CallEdge::id).toList(), slices.fromMinute(), slices.toMinute());
        return CallSeries.of(edges, minutes, slices, reported);
    }

    /// The edges to read: one of each flow, the nearest first, then a second of each, until there are enough. A component with a
    /// thousand endpoints so never hides its neighbours.
    static List<CallEdge> chosen(List<CallEdge> edges, Set<String> around, int edgesMax) {
        Map<Flow, List<CallEdge>> flows = new LinkedHashMap<>();
        nearest(edges, around).forEach(edge -> flows.computeIfAbsent(Flow.of(edge), absent -> new ArrayList<>()).add(edge));
        int longest = flows.values().stream().mapToInt(List::size).max().orElse(0);
        List<CallEdge> chosen = new ArrayList<>();
        for (int turn = 0; turn < longest && chosen.size() < edgesMax; turn++) {
            int place = turn;
            flows.values().stream().filter(flow -> flow.size() > place).limit(edgesMax - chosen.size())
                    .map(flow -> flow.get(place)).forEach(chosen::add);
        }
        return chosen;
    }

    private static List<CallEdge> nearest(List<CallEdge> edges, Set<String> around) {
        Map<String, Integer> order = new HashMap<>();
        around.forEach(ciId -> order.put(ciId, order.size()));
        return edges.stream().sorted(Comparator.comparingInt((CallEdge edge) -> order.getOrDefault(edge.calleeId(), around.size()))
                .thenComparingInt(edge -> order.getOrDefault(edge.callerId(), around.size())).thenComparing(CallEdge::id)).toList();
    }
}
