package dev.faultline.rca.incident;

import java.util.Arrays;

import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Walks of few hops from one CI over all edges, in which an instance and its service are one place.
///
/// Breadth-first with steps of 0 and 1. What has more edges than the limit is reached and not passed through, but for the start.
/// O(edges within reach) for each walk, after O(CIs) for the first.
final class ShortWalk {
    private static final Direction[] SAME_PLACE = {Direction.INSTANCE_OF, Direction.INSTANCES};
    private static final Direction[] HOP = {Direction.CALLEES, Direction.CALLERS, Direction.RUNS_ON, Direction.RUNS, Direction.LINKED_TO,
            Direction.LINKED_FROM};

    private final TopologySnapshot snapshot;
    private final int degreeMax;
    private final int[] seenInWalk;
    private int[] queue = new int[64];
    private int queued;
    private int walks;

    ShortWalk(TopologySnapshot snapshot, int degreeMax) {
        this.snapshot = snapshot;
        this.degreeMax = degreeMax;
        this.seenInWalk = new int[snapshot.size()];
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
        queued = 0;
        visit(start);
        int levelStart = 0;
        for (int distance = 0; distance <= hops && levelStart < queued; distance++) {
            for (int i = levelStart; i < queued; i++) {
                follow(queue[i], SAME_PLACE, queue[i] == start ? edgesOfStart : degreeMax, start);
            }
            int levelEnd = queued;
            for (int i = levelStart; i < levelEnd; i++) {
                visitor.reached(queue[i], distance);
                if (distance < hops) {
                    follow(queue[i], HOP, queue[i] == start ? edgesOfStart : degreeMax, start);
                }
            }
            levelStart = levelEnd;
        }
    }

    boolean isHub(int node) {
        int degree = 0;
        for (Direction direction : Direction.values()) {
            degree += snapshot.degree(node, direction);
        }
        return degree > degreeMax;
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
        if (seenInWalk[node] == walks) {
            return;
        }
        seenInWalk[node] = walks;
        if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
        }
        queue[queued++] = node;
    }
}
