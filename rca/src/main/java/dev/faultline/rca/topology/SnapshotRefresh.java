package dev.faultline.rca.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import dev.faultline.graph.topology.TopologyDelta;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Applies a delta to a snapshot by replacing the rows that it touches.
final class SnapshotRefresh {
    private static final int ROWS_REPLACED_SHARE = 4;
    private static final int ROWS_REPLACED_MIN = 1_000;

    private final TopologySnapshot before;
    private final NodeTable nodes;
    private final Map<Direction, Map<Integer, int[]>> rows = new EnumMap<>(Direction.class);

    private SnapshotRefresh(TopologySnapshot before, NodeTable nodes) {
        this.before = before;
        this.nodes = nodes;
    }

    static TopologySnapshot apply(TopologySnapshot before, TopologyDelta delta) {
        SnapshotRefresh refresh = new SnapshotRefresh(before, before.nodes().with(delta.addedNodes(), delta.removedNodeIds()));
        delta.removedCalls().forEach(call -> refresh.remove(Direction.CALLEES, call.callerId(), call.calleeId()));
        delta.removedLinks().forEach(link -> refresh.remove(refresh.direction(link, before.nodes()), link.fromId(), link.toId()));
        delta.removedNodeIds().forEach(refresh::detach);
        delta.addedCalls().forEach(call -> refresh.add(Direction.CALLEES, call.callerId(), call.calleeId()));
        delta.addedLinks().forEach(link -> refresh.add(refresh.direction(link, refresh.nodes), link.fromId(), link.toId()));
        TopologySnapshot after = refresh.snapshot(delta);
        return isWorn(after) ? laidOutAnew(after) : after;
    }

    /// Whether so much was replaced that laying all out anew is cheaper than carrying it on from refresh to refresh.
    private static boolean isWorn(TopologySnapshot snapshot) {
        int rowsMax = snapshot.size() / ROWS_REPLACED_SHARE + ROWS_REPLACED_MIN;
        return snapshot.nodes().isWorn() || snapshot.edges().values().stream().anyMatch(edges -> edges.replacedRows() > rowsMax);
    }

    private TopologySnapshot snapshot(TopologyDelta delta) {
        Map<Direction, Adjacency> edges = new EnumMap<>(before.edges());
        rows.forEach((direction, changed) -> edges.computeIfPresent(direction, (key, adjacency) -> adjacency.with(changed)));
        return new TopologySnapshot(delta.asOf(), nodes, edges, before.foundations());
    }

    private Direction direction(TopologyLink link, NodeTable ends) {
        return TopologySnapshot.direction(link, type(ends, link.fromId()), type(ends, link.toId()), before.foundations());
    }

    private static String type(NodeTable ends, String id) {
        OptionalInt number = ends.find(id);
        return number.isPresent() ? ends.node(number.getAsInt()).type() : "";
    }

    private void add(Direction direction, String fromId, String toId) {
        OptionalInt from = nodes.find(fromId);
        OptionalInt to = nodes.find(toId);
        if (from.isPresent() && to.isPresent() && from.getAsInt() != to.getAsInt()) {
            append(direction, from.getAsInt(), to.getAsInt());
            append(direction.reversed(), to.getAsInt(), from.getAsInt());
        }
    }

    private void remove(Direction direction, String fromId, String toId) {
        OptionalInt from = before.nodes().find(fromId);
        OptionalInt to = before.nodes().find(toId);
        if (from.isPresent() && to.isPresent()) {
            removeOne(direction, from.getAsInt(), to.getAsInt());
            removeOne(direction.reversed(), to.getAsInt(), from.getAsInt());
        }
    }

    private void detach(String id) {
        before.nodes().find(id).ifPresent(number -> {
            for (Direction direction : Direction.values()) {
                for (int neighbour : row(direction, number)) {
                    removeOne(direction.reversed(), neighbour, number);
                }
                put(direction, number, new int[0]);
            }
        });
    }

    private void append(Direction direction, int from, int to) {
        int[] row = row(direction, from);
        if (IntStream.of(row).noneMatch(target -> target == to)) {
            put(direction, from, IntStream.concat(IntStream.of(row), IntStream.of(to)).toArray());
        }
    }

    private void removeOne(Direction direction, int from, int to) {
        int[] row = row(direction, from);
        if (IntStream.of(row).anyMatch(target -> target == to)) {
            put(direction, from, IntStream.of(row).filter(target -> target != to).toArray());
        }
    }

    private int[] row(Direction direction, int number) {
        int[] changed = rows.getOrDefault(direction, Map.of()).get(number);
        return changed != null ? changed : before.neighbours(number, direction);
    }

    private void put(Direction direction, int number, int[] row) {
        rows.computeIfAbsent(direction, absent -> new HashMap<>()).put(number, row);
    }

    /// The same snapshot without unused numbers and replaced rows.
    private static TopologySnapshot laidOutAnew(TopologySnapshot worn) {
        List<TopologyNode> kept = IntStream.range(0, worn.size()).mapToObj(worn::node)
                .filter(node -> worn.find(node.id()).isPresent()).toList();
        NodeTable nodes = NodeTable.of(kept);
        Map<Direction, List<SnapshotBuilder.Edge>> edges = new EnumMap<>(Direction.class);
        for (Direction direction : Direction.FORWARD) {
            List<SnapshotBuilder.Edge> list = edges.computeIfAbsent(direction, absent -> new ArrayList<>());
            for (int from = 0; from < nodes.size(); from++) {
                for (int to : worn.neighbours(worn.find(nodes.node(from).id()).orElseThrow(), direction)) {
                    list.add(new SnapshotBuilder.Edge(from, nodes.find(worn.node(to).id()).orElseThrow()));
                }
            }
        }
        return SnapshotBuilder.laidOut(worn.asOf(), nodes, edges, worn.foundations());
    }
}
