package dev.faultline.graph.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.journal.WrittenSegments;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// Writes call edges and adds to windows, once for each segment of a journal.
///
/// One writer serves one thread, and a graph should have one, so that transactions do not wait for each other at nodes that many edges
/// share.
public final class CallWriter {
    private static final int KNOWN_EDGES_MAX = 500_000;
    private static final int MINUTES_PER_HOUR = 60;

    private final GraphConnection graph;
    private final WrittenSegments segments;
    private final Map<String, Long> seenHours = new HashMap<>();

    public CallWriter(GraphConnection graph) {
        this.graph = graph;
        this.segments = new WrittenSegments(graph);
    }

    /// What is written of journals.
    public WrittenSegments segments() {
        return segments;
    }

    /// Adds what the windows counted to what is stored, and makes the edges that are not there yet.
    ///
    /// @param windows no two of the same edge and minute
    /// @return whether the segment was new
    public boolean write(String journalId, long segment, Collection<CallEdge> edges, List<CallWindow> windows) {
        List<SeenEdge> due = due(edges, windows);
        boolean written = segments.write(journalId, segment, work -> put(work, due, windows));
        remember(due);
        return written;
    }

    /// Adds a part of a segment whose number is written with its last part: after a crash in between, the part is added again.
    ///
    /// @param windows no two of the same edge and minute
    public void add(Collection<CallEdge> edges, List<CallWindow> windows) {
        List<SeenEdge> due = due(edges, windows);
        graph.write(work -> {
            put(work, due, windows);
            return due;
        });
        remember(due);
    }

    /// Keeps edges that something else than calls tells of: they have no windows, and count as seen in a minute.
    ///
    /// @param minute minutes since the epoch
    public void see(Collection<CallEdge> edges, long minute) {
        List<SeenEdge> due = edges.stream().map(edge -> new SeenEdge(edge, minute)).filter(this::isDue).toList();
        graph.write(work -> {
            put(work, due, List.of());
            return due;
        });
        remember(due);
    }

    /// The edges that have to be written: new ones, and once an hour those over which calls flowed.
    private List<SeenEdge> due(Collection<CallEdge> edges, List<CallWindow> windows) {
        Map<String, Long> minutes = new HashMap<>();
        windows.forEach(window -> minutes.merge(window.edgeId(), window.minute(), Math::max));
        return edges.stream().map(edge -> new SeenEdge(edge, minutes.getOrDefault(edge.id(), 0L)))
                .filter(this::isDue).toList();
    }

    private boolean isDue(SeenEdge seen) {
        return seenHours.getOrDefault(seen.edge.id(), Long.MIN_VALUE) < seen.hour();
    }

    private void remember(List<SeenEdge> written) {
        if (seenHours.size() > KNOWN_EDGES_MAX) {
            seenHours.clear();
        }
        written.forEach(seen -> seenHours.put(seen.edge.id(), seen.hour()));
    }

    private static void put(GraphWork work, List<SeenEdge> edges, List<CallWindow> windows) {
        if (!edges.isEmpty()) {
            work.run("call/put-call-edges", Map.of("edges", edges.stream().map(seen -> CallRows.row(seen.edge, seen.minute)).toList()));
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

    /// @param minute the last one in which calls flowed over it
    private record SeenEdge(CallEdge edge, long minute) {
        long hour() {
            return minute / MINUTES_PER_HOUR;
        }
    }

    private record Key(String edgeId, long minute) {
        static Key of(CallWindow window) {
            return new Key(window.edgeId(), window.minute());
        }
    }
}
