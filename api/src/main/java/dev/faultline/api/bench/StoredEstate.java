package dev.faultline.api.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.call.CallWriter;
import dev.faultline.graph.call.LatencySketch;
import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.CiChanges;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.ci.RelationKey;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.ShippedCiTypes;

/// Writes a made-up topology into a graph, with the windows of the calls to some services.
final class StoredEstate {
    private static final int BATCH = 5_000;
    private static final int MINUTES = 25;
    private static final int SLOW_MINUTES = 3;
    private static final String JOURNAL = "bench";

    private final GraphConnection graph;
    private final Random random;

    StoredEstate(GraphConnection graph, long seed) {
        this.graph = graph;
        this.random = new Random(seed);
    }

    /// Writes all of it.
    ///
    /// @param measured ids of the services whose calls have windows, slow ones in the last minutes before now
    void write(Topology topology, Set<String> measured, Instant now) {
        writeCis(topology, now);
        List<CallEdge> edges = new ArrayList<>();
        List<CallWindow> windows = new ArrayList<>();
        for (TopologyCall call : topology.calls()) {
            CallEdge edge = new CallEdge("bench-edge-" + edges.size(), call.callerId(), call.calleeId(), null, "GET /", CallKind.HTTP);
            edges.add(edge);
            if (measured.contains(call.calleeId())) {
                addWindows(windows, edge.id(), now.getEpochSecond() / 60);
            }
        }
        CallWriter writer = new CallWriter(graph);
        long segment = 0;
        for (List<CallEdge> batch : batches(edges)) {
            writer.write(JOURNAL, segment++, batch, List.of());
        }
        for (List<CallWindow> batch : batches(windows)) {
            writer.write(JOURNAL, segment++, List.of(), batch);
        }
    }

    private void writeCis(Topology topology, Instant now) {
        CiStore cis = new CiStore(graph);
        CiTypes types = ShippedCiTypes.load();
        List<Ci> nodes = topology.nodes().stream().map(node -> new Ci(node.id(), node.type(), node.name(), Map.of(), now)).toList();
        for (List<Ci> batch : batches(nodes)) {
            cis.apply(new CiChanges(batch, Set.of(), List.of(), List.of()), types, now);
        }
        List<RelationKey> links = topology.links().stream().map(link -> new RelationKey(link.type(), link.fromId(), link.toId())).distinct()
                .toList();
        for (List<RelationKey> batch : batches(links)) {
            cis.apply(new CiChanges(List.of(), Set.of(), batch, List.of()), types, now);
        }
    }

    private void addWindows(List<CallWindow> windows, String edgeId, long minute) {
        for (int ago = MINUTES; ago >= 0; ago--) {
            LatencySketch latency = LatencySketch.empty();
            double factor = ago < SLOW_MINUTES ? 4 : 1;
            for (int call = 0; call < 20; call++) {
                latency.add(factor * 50 * (0.5 + random.nextDouble()), 5);
            }
            windows.add(new CallWindow(edgeId, minute - ago, 100, 0, latency, CallSlices.even(100, 0, latency.meanMillis())));
        }
    }

    private static <T> List<List<T>> batches(List<T> items) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < items.size(); from += BATCH) {
            batches.add(items.subList(from, Math.min(items.size(), from + BATCH)));
        }
        return batches;
    }
}
