package dev.faultline.rca.incident;

import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Walks of few hops from one CI over all edges, in which an instance and its service are one place.
///
/// Breadth-first with steps of 0 and 1. What has more edges than the limit is reached and not passed through, but for the start.
/// O(edges within reach) for each walk, after O(CIs) for the first.
final class ShortWalk {
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Direction[] SAME_PLACE = {Direction.INSTANCE_OF, Direction.INSTANCES};
    private static final Direction[] HOP = {Direction.CALLEES, Direction.CALLERS, Direction.RUNS_ON, Direction.RUNS, Direction.STANDS_ON,
            Direction.CARRIES, Direction.LINKED_TO,
            Direction.LINKED_FROM};

    private final TopologySnapshot snapshot;
    private final int degreeMax;
    private final int[] seenInWalk;
    /// How many edges each CI has that was asked for, plus one.
    private final int[] edgesKnown;
    private final IntList queue = new IntList();
    private int walks;

    ShortWalk(TopologySnapshot snapshot, int degreeMax) {
        this.snapshot = snapshot;
        this.degreeMax = degreeMax;
        this.seenInWalk = new int[snapshot.size()];
        this.edgesKnown = new int[snapshot.size()];
    }

    /// Told of each CI once, nearest first.
    interface Visitor {
        void reached(int node, int distance);
    }

    /// Walks to all that is within so many hops, the start included.
    ///
    /// @param edgesOfStart edges of the start that are followed in one direction
    void from(int start, int hops, int edgesOfStart, Visitor visitor) {
        walks++;
        queue.clear();
        visit(start);
        int levelStart = 0;
        for (int distance = 0; distance <= hops && levelStart < queue.size(); distance++) {
            for (int i = levelStart; i < queue.size(); i++) {
                follow(queue.get(i), SAME_PLACE, queue.get(i) == start ? edgesOfStart : degreeMax, start);
            }
            int levelEnd = queue.size();
            for (int i = levelStart; i < levelEnd; i++) {
                visitor.reached(queue.get(i), distance);
                if (distance < hops) {
                    follow(queue.get(i), HOP, queue.get(i) == start ? edgesOfStart : degreeMax, start);
                }
            }
            levelStart = levelEnd;
        }
    }

    boolean isHub(int node) {
        if (edgesKnown[node] == 0) {
            int edges = 0;
            for (Direction direction : DIRECTIONS) {
                edges += snapshot.degree(node, direction);
            }
            edgesKnown[node] = edges + 1;
        }
        return edgesKnown[node] - 1 > degreeMax;
    }

    private void follow(int node, Direction[] directions, int edgesMax, int start) {
        if (node != start && isHub(node)) {
            return;
        }
        for (Direction direction : directions) {
            int edges = Math.min(snapshot.degree(node, direction), edgesMax);
            for (int i = 0; i < edges; i++) {
                visit(snapshot.neighbour(node, direction, i));
            }
        }
    }

    private void visit(int node) {
        if (seenInWalk[node] != walks) {
            seenInWalk[node] = walks;
            queue.add(node);
        }
    }
}
