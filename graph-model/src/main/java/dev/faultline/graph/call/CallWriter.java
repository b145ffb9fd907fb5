package dev.faultline.graph.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// Writes call edges and adds to windows, once for each segment of a journal.
///
/// The number of the segment is kept in the same transaction as what it added: a segment that is written again adds nothing. One
/// writer serves one thread, and a graph should have one, so that transactions do not wait for each other at nodes that many edges share.
public final class CallWriter {
    private static final int KNOWN_EDGES_MAX = 500_000;
    private static final long NO_SEGMENT = -1;

    private final GraphConnection graph;
    private final Set<String> knownEdgeIds = new HashSet<>();

    public CallWriter(GraphConnection graph) {
        this.graph = graph;
    }

    /// Fails with [dev.faultline.graph.GraphUnavailableException] while the graph does not answer.
    public void verify() {
        graph.verify();
    }

    /// Returns the last segment that was written, or -1 where none was.
    public long lastSegment(String journalId) {
        return graph.read(work -> work.one("call/find-journal-segment", Map.of("journalId", journalId), row -> row.get("segment").asLong()))
                .orElse(NO_SEGMENT);
    }

    /// Adds what the windows counted to what is stored, and makes the edges that are not there yet.
    ///
    /// @param windows no two of the same edge and minute
    /// @return whether the segment was new
    public boolean write(String journalId, long segment, Collection<CallEdge> edges, List<CallWindow> windows) {
        List<CallEdge> unknown = unknown(edges);
        boolean written = graph.write(work -> {
            boolean advanced = advance(work, journalId, segment);
            if (advanced) {
                put(work, unknown, windows);
            }
            return advanced;
        });
        know(unknown);
        return written;
    }

    /// Adds a part of a segment whose number is written with its last part: after a crash in between, the part is added again.
    ///
    /// @param windows no two of the same edge and minute
    public void add(Collection<CallEdge> edges, List<CallWindow> windows) {
        List<CallEdge> unknown = unknown(edges);
        graph.write(work -> {
            put(work, unknown, windows);
            return unknown;
        });
        know(unknown);
    }

    /// Fails while the graph takes no writes for this journal, whatever they hold.
    public void verifyWrites(String journalId) {
        graph.write(work -> advance(work, journalId, NO_SEGMENT));
    }

    private List<CallEdge> unknown(Collection<CallEdge> edges) {
        return edges.stream().filter(edge -> !knownEdgeIds.contains(edge.id())).toList();
    }

    private void know(List<CallEdge> edges) {
        if (knownEdgeIds.size() > KNOWN_EDGES_MAX) {
            knownEdgeIds.clear();
        }
        edges.forEach(edge -> knownEdgeIds.add(edge.id()));
    }

    /// Forgets which edges it made, so that they are tied to their CIs anew where these came later or came back.
    public void forgetEdges() {
        knownEdgeIds.clear();
    }

    private static boolean advance(GraphWork work, String journalId, long segment) {
        return work.one("call/advance-journal", Map.of("journalId", journalId, "segment", segment),
                row -> row.get("advanced").asBoolean()).orElse(false);
    }

    private static void put(GraphWork work, List<CallEdge> edges, List<CallWindow> windows) {
        if (!edges.isEmpty()) {
            work.run("call/put-call-edges", Map.of("edges", edges.stream().map(CallRows::row).toList()));
        }
        if (!windows.isEmpty()) {
            work.run("call/put-call-windows", Map.of("windows", sums(work, windows).stream().map(CallRows::row).toList()));
        }
    }

    private static List<CallWindow> sums(GraphWork work, List<CallWindow> windows) {
        List<Map<String, Object>> keys = windows.stream()
                .map(window -> Map.<String, Object>of("edgeId", window.edgeId(), "minute", window.minute())).toList();
        Map<Key, CallWindow> stored = new HashMap<>();
        work.list("call/find-windows-to-add-to", Map.of("keys", keys), CallRows::window)
                .forEach(window -> stored.put(Key.of(window), window));
        List<CallWindow> sums = new ArrayList<>(windows.size());
        for (CallWindow window : windows) {
            CallWindow before = stored.get(Key.of(window));
            sums.add(before == null ? window : before.plus(window));
        }
        return sums;
    }

    private record Key(String edgeId, long minute) {
        static Key of(CallWindow window) {
            return new Key(window.edgeId(), window.minute());
        }
    }
}
