package dev.faultline.graph.call;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.neo4j.GraphConnection;

/// Call edges and their windows in the graph, to be read.
public final class CallEdgeStore {
    /// A page of call edges holds no more.
    public static final int PAGE_MAX = 1_000;
    /// Around one CI no more call edges are looked at, in each direction.
    public static final int EDGES_PER_CI_MAX = 2_000;

    private final GraphConnection graph;

    public CallEdgeStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// Returns call edges in the order of their ids.
    ///
    /// @param afterId id of the last one seen, empty for the first page
    /// @param limit at most [#PAGE_MAX]
    public List<CallEdge> page(CallEdgeFilter filter, String afterId, int limit) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("afterId", afterId);
        parameters.put("callerId", filter.callerId());
        parameters.put("calleeId", filter.calleeId());
        parameters.put("limit", Math.clamp(limit, 1, PAGE_MAX));
        return graph.read(work -> work.list("call/find-call-edges", parameters, CallRows::edge));
    }

    /// Returns those of the call edges that are there, in no order.
    public List<CallEdge> get(Collection<String> ids) {
        return graph.read(work -> work.list("call/get-call-edges", Map.of("ids", List.copyOf(ids)), CallRows::edge));
    }

    /// Returns the call edges from any of the CIs.
    public List<CallEdge> byCallers(Collection<String> ciIds) {
        return around("call/find-call-edges-by-callers", ciIds);
    }

    /// Returns the call edges to any of the CIs.
    public List<CallEdge> byCallees(Collection<String> ciIds) {
        return around("call/find-call-edges-by-callees", ciIds);
    }

    /// Returns the call edges that begin or end at any of the CIs, each once.
    public List<CallEdge> around(Collection<String> ciIds) {
        Map<String, CallEdge> edges = new LinkedHashMap<>();
        Stream.concat(byCallers(ciIds).stream(), byCallees(ciIds).stream()).forEach(edge -> edges.put(edge.id(), edge));
        return List.copyOf(edges.values());
    }

    /// Returns the windows of call edges in a span of time, by edge and minute.
    ///
    /// @param fromMinute minutes since the epoch
    /// @param toMinute the first minute that is not asked for
    public List<CallWindow> windows(Collection<String> edgeIds, long fromMinute, long toMinute) {
        return graph.read(work -> work.list("call/find-call-windows",
                Map.of("edgeIds", List.copyOf(edgeIds), "fromMinute", fromMinute, "toMinute", toMinute), CallRows::window));
    }

    /// Returns the minutes of call edges in a span of time by ten seconds, by edge and minute.
    ///
    /// @param fromMinute minutes since the epoch
    /// @param toMinute the first minute that is not asked for
    public List<SlicedMinute> slicedMinutes(Collection<String> edgeIds, long fromMinute, long toMinute) {
        return graph.read(work -> work.list("call/find-call-slices",
                Map.of("edgeIds", List.copyOf(edgeIds), "fromMinute", fromMinute, "toMinute", toMinute), CallRows::slicedMinute));
    }

    private List<CallEdge> around(String query, Collection<String> ciIds) {
        return graph.read(
                work -> work.list(query, Map.of("ciIds", List.copyOf(ciIds), "limitPerCi", EDGES_PER_CI_MAX), CallRows::edge));
    }
}
