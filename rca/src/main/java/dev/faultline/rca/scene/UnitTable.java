package dev.faultline.rca.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Folds the CIs of a neighbourhood into units and their edges into edges between units.
final class UnitTable {
    private final TopologySnapshot snapshot;
    private final boolean fold;
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, Integer> unitOf = new TreeMap<>();
    private final Map<Integer, Integer> unitOfNode = new HashMap<>();
    private final List<Integer> nodes;

    private UnitTable(TopologySnapshot snapshot, List<Integer> nodes, boolean fold) {
        this.snapshot = snapshot;
        this.fold = fold;
        this.nodes = nodes;
    }

    /// @param nodes numbers in the snapshot
    /// @param fold whether an instance is a facet of its service
    static UnitTable of(TopologySnapshot snapshot, List<Integer> nodes, boolean fold) {
        UnitTable table = new UnitTable(snapshot, nodes, fold);
        Map<String, List<String>> members = new TreeMap<>();
        Map<String, TopologyNode> heads = new TreeMap<>();
        for (int node : nodes) {
            TopologyNode head = snapshot.node(table.head(node));
            heads.put(head.id(), head);
            members.computeIfAbsent(head.id(), absent -> new ArrayList<>(List.of(head.id())));
            String id = snapshot.node(node).id();
            if (!id.equals(head.id())) {
                members.get(head.id()).add(id);
            }
        }
        heads.forEach((id, head) -> table.add(head, members.getOrDefault(id, List.of(id))));
        return table;
    }

    private int head(int node) {
        return fold && snapshot.degree(node, Direction.INSTANCE_OF) > 0 ? snapshot.neighbour(node, Direction.INSTANCE_OF, 0) : node;
    }

    private void add(TopologyNode head, List<String> members) {
        List<String> sorted = new ArrayList<>(new TreeSet<>(members));
        sorted.remove(head.id());
        sorted.addFirst(head.id());
        Unit unit = new Unit(units.size(), head, sorted);
        units.add(unit);
        for (String member : sorted) {
            unitOf.put(member, unit.number());
            snapshot.find(member).ifPresent(node -> unitOfNode.put(node, unit.number()));
        }
    }

    List<Unit> units() {
        return units;
    }

    Map<String, Integer> unitOf() {
        return unitOf;
    }

    UnitGraph graph() {
        return new UnitGraph(edges(Direction.CALLEES), edges(Direction.CALLERS), edges(Direction.RUNS_ON),
                edges(Direction.RUNS_ON, Direction.STANDS_ON), edges(Direction.RUNS, Direction.CARRIES));
    }

    private List<List<Integer>> edges(Direction... directions) {
        List<TreeSet<Integer>> sets = new ArrayList<>();
        units.forEach(unit -> sets.add(new TreeSet<>()));
        for (int node : nodes) {
            Integer from = unitOfNode.get(node);
            if (from != null) {
                for (Direction direction : directions) {
                    addNeighbours(node, direction, from, sets.get(from));
                }
            }
        }
        return sets.stream().map(set -> List.copyOf(set)).toList();
    }

    private void addNeighbours(int node, Direction direction, int from, Set<Integer> units) {
        for (int i = 0; i < snapshot.degree(node, direction); i++) {
            Integer to = unitOfNode.get(snapshot.neighbour(node, direction, i));
            if (to != null && to != from) {
                units.add(to);
            }
        }
    }
}
