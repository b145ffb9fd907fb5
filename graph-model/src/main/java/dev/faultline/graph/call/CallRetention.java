package dev.faultline.graph.call;

import java.util.Map;

import dev.faultline.graph.neo4j.GraphConnection;

/// Takes calls out of the current graph that are past their age, a bounded number at once.
public final class CallRetention {
    /// So many windows are removed in one transaction.
    public static final int WINDOWS_AT_ONCE = 10_000;

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
}
