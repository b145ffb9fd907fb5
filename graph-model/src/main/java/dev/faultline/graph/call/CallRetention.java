package dev.faultline.graph.call;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.neo4j.GraphConnection;

/// Takes calls out of the current graph that are past their age, a bounded number at once.
public final class CallRetention {
    /// So many windows are removed in one transaction.
    public static final int WINDOWS_AT_ONCE = 10_000;

    /// So many call edges are retired in one transaction.
    public static final int EDGES_AT_ONCE = 1_000;

    private final GraphConnection graph;

    public CallRetention(GraphConnection graph) {
        this.graph = graph;
    }

    /// Removes windows of minutes before this one, [#WINDOWS_AT_ONCE] at most, and returns how many.
    ///
    /// @param minute minutes since the epoch
    public long removeWindowsBefore(long minute) {
        return graph.write(work -> work.one("call/remove-old-windows", Map.of("beforeMinute", minute, "limit", WINDOWS_AT_ONCE),
                row -> row.get("removed").asLong())).orElse(0L);
    }

    /// Returns call edges over which nothing flowed since a minute, [#EDGES_AT_ONCE] at most.
    ///
    /// @param minute minutes since the epoch
    public List<UnseenEdge> unseenSince(long minute) {
        return graph.read(work -> work.list("call/find-unseen-call-edges", Map.of("beforeMinute", minute, "limit", EDGES_AT_ONCE),
                row -> new UnseenEdge(row.get("id").asString(), row.get("callerId").asString(), row.get("calleeId").asString(),
                        row.get("calleeInstanceId").isNull() ? null : row.get("calleeInstanceId").asString())));
    }

    /// Returns those of the CIs at the ends of the edges that neither called nor answered since a minute, over whatever edge.
    public Set<String> partiesUnseenSince(long minute, Collection<UnseenEdge> edges) {
        Set<String> ciIds = new HashSet<>();
        edges.forEach(edge -> ciIds.addAll(edge.parties()));
        graph.read(work -> work.list("call/find-seen-parties", Map.of("ciIds", List.copyOf(ciIds), "sinceMinute", minute),
                row -> row.get("ciId").asString())).forEach(ciIds::remove);
        return ciIds;
    }

    /// Takes those of the edges out of the current graph that were not seen meanwhile, and returns how many; they stay as history.
    ///
    /// @param minute as the edges were asked for
    public long retire(Collection<UnseenEdge> edges, long minute, Instant at) {
        return graph.write(work -> work.one("call/retire-call-edges", Map.of("ids", edges.stream().map(UnseenEdge::id).toList(),
                "beforeMinute", minute, "at", at.toEpochMilli()), row -> row.get("retired").asLong())).orElse(0L);
    }

    /// A call edge over which nothing flows any more.
    ///
    /// @param calleeInstanceId the CI of the instance that answered, or null where no span named it
    public record UnseenEdge(String id, String callerId, String calleeId, @Nullable String calleeInstanceId) {
        Set<String> parties() {
            Set<String> parties = new HashSet<>(List.of(callerId, calleeId));
            if (calleeInstanceId != null) {
                parties.add(calleeInstanceId);
            }
            return parties;
        }
    }
}
