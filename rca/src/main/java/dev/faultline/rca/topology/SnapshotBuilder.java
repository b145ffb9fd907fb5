package dev.faultline.rca.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Lays out a whole topology; edges to CIs that the topology does not hold are left out.
final class SnapshotBuilder {

    record Edge(int from, int to) {}

    private SnapshotBuilder() {}

    static TopologySnapshot build(Topology topology, List<Foundation> foundations) {
        NodeTable nodes = NodeTable.of(topology.nodes());
        Map<Direction, List<Edge>> edges = new EnumMap<>(Direction.class);
        for (TopologyCall call : topology.calls()) {
            Edge edge = edge(nodes, call.callerId(), call.calleeId());
            if (edge != null) {
                add(edges, Direction.CALLEES, edge);
            }
        }
        for (TopologyLink link : topology.links()) {
            Edge edge = edge(nodes, link.fromId(), link.toId());
            if (edge != null) {
                add(edges, TopologySnapshot.direction(link, nodes.node(edge.from()).type(), nodes.node(edge.to()).type(), foundations),
                        edge);
            }
        }
        return laidOut(topology.asOf(), nodes, edges, foundations);
    }

    /// Lays out edges of the forward directions, and their reverse.
    static TopologySnapshot laidOut(Instant asOf, NodeTable nodes, Map<Direction, List<Edge>> edges, List<Foundation> foundations) {
        Map<Direction, Adjacency> rows = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.FORWARD) {
            List<Edge> list = edges.getOrDefault(direction, List.of());
            int[] from = list.stream().mapToInt(Edge::from).toArray();
            int[] to = list.stream().mapToInt(Edge::to).toArray();
            rows.put(direction, Adjacency.of(nodes.size(), from, to));
            rows.put(direction.reversed(), Adjacency.of(nodes.size(), to, from));
        }
        return new TopologySnapshot(asOf, nodes, rows, foundations);
    }

    private static @Nullable Edge edge(NodeTable nodes, String fromId, String toId) {
        OptionalInt from = nodes.find(fromId);
        OptionalInt to = nodes.find(toId);
        return from.isPresent() && to.isPresent() && from.getAsInt() != to.getAsInt() ? new Edge(from.getAsInt(), to.getAsInt()) : null;
    }

    private static void add(Map<Direction, List<Edge>> edges, Direction direction, Edge edge) {
        boolean forward = Direction.FORWARD.contains(direction);
        edges.computeIfAbsent(forward ? direction : direction.reversed(), absent -> new ArrayList<>())
                .add(forward ? edge : new Edge(edge.to(), edge.from()));
    }
}
