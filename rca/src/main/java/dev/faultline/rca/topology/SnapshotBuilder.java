package dev.faultline.rca.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Lays out a whole topology; edges to CIs that the topology does not hold are left out.
final class SnapshotBuilder {

    private record Edge(int from, int to) {}

    private SnapshotBuilder() {}

    static TopologySnapshot build(Topology topology) {
        NodeTable nodes = NodeTable.of(topology.nodes());
        Map<Direction, List<Edge>> edges = new EnumMap<>(Direction.class);
        for (TopologyCall call : topology.calls()) {
            add(edges, Direction.CALLEES, nodes.find(call.callerId()), nodes.find(call.calleeId()));
        }
        for (TopologyLink link : topology.links()) {
            add(edges, Direction.of(link.type()), nodes.find(link.fromId()), nodes.find(link.toId()));
        }
        Map<Direction, Adjacency> rows = new EnumMap<>(Direction.class);
        for (Direction direction : List.of(Direction.CALLEES, Direction.INSTANCE_OF, Direction.RUNS_ON, Direction.LINKED_TO)) {
            List<Edge> list = edges.getOrDefault(direction, List.of());
            int[] from = list.stream().mapToInt(Edge::from).toArray();
            int[] to = list.stream().mapToInt(Edge::to).toArray();
            rows.put(direction, Adjacency.of(nodes.size(), from, to));
            rows.put(direction.reversed(), Adjacency.of(nodes.size(), to, from));
        }
        return new TopologySnapshot(topology.asOf(), nodes, rows);
    }

    private static void add(Map<Direction, List<Edge>> edges, Direction direction, OptionalInt from, OptionalInt to) {
        if (from.isPresent() && to.isPresent() && from.getAsInt() != to.getAsInt()) {
            edges.computeIfAbsent(direction, absent -> new ArrayList<>()).add(new Edge(from.getAsInt(), to.getAsInt()));
        }
    }
}
