package dev.faultline.api.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.call.CallWriter;
import dev.faultline.graph.call.LatencySketch;
import dev.faultline.graph.ci.CiWriter;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.graph.type.CiTypeStore;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.ShippedCiTypes;

/// Writes a made-up topology into a graph, with the windows of the calls to some services.
final class StoredEstate {
    private static final int MINUTES = 28;
    /// As the measurement is some minutes later than the writing.
    private static final int MINUTES_AHEAD = 3;
    private static final int SLOW_MINUTES = 3;
    private static final String JOURNAL = "bench";

    private final GraphConnection graph;
    private final Random random;

    StoredEstate(GraphConnection graph, long seed) {
        this.graph = graph;
        this.random = new Random(seed);
    }

    /// Writes all of it, by queries that look at nothing that is there: only what is read is measured.
    ///
    /// @param measured ids of the services whose calls have windows, slow ones in the last minutes before now
    void write(Topology topology, Set<String> measured, Instant now) {
        CiTypes types = new CiTypeStore(graph).ship(ShippedCiTypes.load());
        write("bench/create-cis", topology.nodes().stream().map(node -> row(node, types, now)).toList());
        write("bench/create-relations", topology.links().stream().distinct()
                .map(link -> Map.<String, Object>of("type", link.type(), "fromId", link.fromId(), "toId", link.toId(), "at",
                        now.toEpochMilli()))
                .toList());
        List<Map<String, Object>> edges = new ArrayList<>();
        List<CallWindow> windows = new ArrayList<>();
        for (TopologyCall call : topology.calls()) {
            String id = "bench-edge-" + edges.size();
            edges.add(Map.of("id", id, "callerId", call.callerId(), "calleeId", call.calleeId(), "endpoint", "GET /", "kind",
                    CallKind.HTTP.name(), "createdAtMillis", now.toEpochMilli()));
            if (measured.contains(call.calleeId())) {
                addWindows(windows, id, now.getEpochSecond() / 60 + MINUTES_AHEAD);
            }
        }
        write("bench/create-call-edges", edges);
        CallWriter writer = new CallWriter(graph);
        long segment = 0;
        for (List<CallWindow> batch : CiWriter.batches(windows)) {
            writer.write(JOURNAL, segment++, List.of(), batch);
        }
    }

    private static Map<String, Object> row(TopologyNode node, CiTypes types, Instant now) {
        return Map.of("labels", types.labels(node.type()), "properties",
                Map.of("id", node.id(), "type", node.type(), "name", node.name(), "validFrom", now.toEpochMilli()));
    }

    private void write(String query, List<Map<String, Object>> rows) {
        for (List<Map<String, Object>> batch : CiWriter.batches(rows)) {
            graph.write(work -> {
                work.run(query, Map.of("rows", batch));
                return batch;
            });
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
}
