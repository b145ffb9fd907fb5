package dev.faultline.rca.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Finds, among marked CIs, those that are near one another: few edges apart, with an instance and its service in one place.
///
/// Shortest paths with steps of 0 and 1, bounded by the hops of the rules. O(edges within reach).
final class NearbyCis {
    private record Reached(int node, int distance) {}

    private final TopologySnapshot snapshot;
    private final GroupingRules rules;
    private final Set<Integer> marked;

    NearbyCis(TopologySnapshot snapshot, GroupingRules rules, Set<Integer> marked) {
        this.snapshot = snapshot;
        this.rules = rules;
        this.marked = marked;
    }

    /// Marked CIs within reach of this one, itself left out, in ascending order.
    Set<Integer> of(int start) {
        Map<Integer, Integer> distances = new HashMap<>(Map.of(start, 0));
        PriorityQueue<Reached> queue = new PriorityQueue<>(
                (a, b) -> a.distance() != b.distance() ? a.distance() - b.distance() : a.node() - b.node());
        queue.add(new Reached(start, 0));
        Set<Integer> found = new TreeSet<>();
        while (!queue.isEmpty()) {
            Reached reached = queue.remove();
            if (reached.node() != start && marked.contains(reached.node())) {
                found.add(reached.node());
            }
            if (reached.node() == start || !isHub(reached.node())) {
                spread(reached, distances, queue);
            }
        }
        return found;
    }

    private boolean isHub(int node) {
        int degree = 0;
        for (Direction direction : Direction.values()) {
            degree += snapshot.degree(node, direction);
        }
        return degree > rules.degreeMax();
    }

    private void spread(Reached from, Map<Integer, Integer> distances, PriorityQueue<Reached> queue) {
        for (Direction direction : Direction.values()) {
            int step = direction == Direction.INSTANCE_OF || direction == Direction.INSTANCES ? 0 : 1;
            int distance = from.distance() + step;
            int edges = Math.min(snapshot.degree(from.node(), direction), rules.degreeMax());
            for (int i = 0; distance <= rules.hops() && i < edges; i++) {
                int next = snapshot.neighbour(from.node(), direction, i);
                if (distance < distances.getOrDefault(next, Integer.MAX_VALUE)) {
                    distances.put(next, distance);
                    queue.add(new Reached(next, distance));
                }
            }
        }
    }
}
