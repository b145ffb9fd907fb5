package dev.faultline.rca.topology;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
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
        delta.removedLinks().forEach(link -> refresh.remove(Direction.of(link.type()), link.fromId(), link.toId()));
        delta.removedNodeIds().forEach(refresh::detach);
        delta.addedCalls().forEach(call -> refresh.add(Direction.CALLEES, call.callerId(), call.calleeId()));
        delta.addedLinks().forEach(link -> refresh.add(Direction.of(link.type()), link.fromId(), link.toId()));
        TopologySnapshot after = refresh.snapshot(delta);
        return isWorn(after) ? SnapshotBuilder.build(rows(after)) : after;
    }

    /// Whether so much was replaced that laying all out anew is cheaper than carrying it on from refresh to refresh.
    private static boolean isWorn(TopologySnapshot snapshot) {
        int rowsMax = snapshot.size() / ROWS_REPLACED_SHARE + ROWS_REPLACED_MIN;
        return snapshot.nodes().isWorn() || snapshot.edges().values().stream().anyMatch(edges -> edges.replacedRows() > rowsMax);
    }

    private TopologySnapshot snapshot(TopologyDelta delta) {
        Map<Direction, Adjacency> edges = new EnumMap<>(before.edges());
        rows.forEach((direction, changed) -> edges.computeIfPresent(direction, (key, adjacency) -> adjacency.with(changed)));
        return new TopologySnapshot(delta.asOf(), nodes, edges);
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

    /// The topology that a snapshot holds; relations of other types than the two that are walked apart become `LINKED_TO`.
    private static Topology rows(TopologySnapshot snapshot) {
        List<TopologyNode> kept = new ArrayList<>();
        List<TopologyCall> calls = new ArrayList<>();
        List<TopologyLink> links = new ArrayList<>();
        for (int i = 0; i < snapshot.size(); i++) {
            TopologyNode node = snapshot.node(i);
            if (snapshot.find(node.id()).isPresent()) {
                kept.add(node);
            }
            for (int callee : snapshot.neighbours(i, Direction.CALLEES)) {
                calls.add(new TopologyCall(node.id(), snapshot.node(callee).id()));
            }
            for (Direction direction : List.of(Direction.INSTANCE_OF, Direction.RUNS_ON, Direction.LINKED_TO)) {
                for (int target : snapshot.neighbours(i, direction)) {
                    links.add(new TopologyLink(direction.name(), node.id(), snapshot.node(target).id()));
                }
            }
        }
        return new Topology(snapshot.asOf(), kept, links, calls);
    }
}
