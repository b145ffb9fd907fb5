package dev.faultline.graph.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.neo4j.GraphConnection;

/// Windows of logs in the graph, to be read and to be removed when they are old.
public final class LogStore {
    /// So many windows are removed in one transaction.
    public static final int WINDOWS_AT_ONCE = 10_000;

    private final GraphConnection graph;

    public LogStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// Returns the windows of CIs in a span of time, CI by CI as they are given.
    ///
    /// @param fromMinute minutes since the epoch
    /// @param toMinute the first minute that is not asked for
    /// @param windowsMax further ones are left out
    public List<LogWindow> windows(Collection<String> ciIds, long fromMinute, long toMinute, int windowsMax) {
        return graph.read(work -> work.list("log/find-log-windows", Map.of("ciIds", List.copyOf(ciIds), "fromMinute", fromMinute,
                "toMinute", toMinute, "limit", windowsMax), LogRows::window));
    }

    /// Removes windows of minutes before this one, [#WINDOWS_AT_ONCE] at most, and returns how many.
    ///
    /// @param minute minutes since the epoch
    public long removeBefore(long minute) {
        return graph.write(work -> work.one("log/remove-old-log-windows", Map.of("beforeMinute", minute, "limit", WINDOWS_AT_ONCE),
                row -> row.get("removed").asLong())).orElse(0L);
    }

    /// Returns keys of claims on CIs that log nothing, as far as windows are kept, and that no CI is an instance or a part of.
    ///
    /// @param limit further ones are left out
    public List<String> unloggedClaims(String source, String scope, int limit) {
        return graph.read(work -> work.list("log/find-unlogged-claims", Map.of("source", source, "scope", scope, "limit", limit),
                row -> row.get("key").asString()));
    }
}
