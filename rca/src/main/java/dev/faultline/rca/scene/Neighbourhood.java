package dev.faultline.rca.scene;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import dev.faultline.rca.rules.Rules.Limits;
import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Finds the CIs around an incident, nearest first: breadth-first over all edges, bounded in hops, in number and in edges of one CI.
///
/// An instance and its service are the same distance away. O(CIs found + their edges).
public final class Neighbourhood {
    private static final Direction[] FREE = {Direction.INSTANCE_OF, Direction.INSTANCES};
    private static final Direction[] HOP = {Direction.CALLEES, Direction.CALLERS, Direction.RUNS_ON, Direction.RUNS, Direction.STANDS_ON,
            Direction.CARRIES, Direction.LINKED_TO,
            Direction.LINKED_FROM};

    private final TopologySnapshot snapshot;
    private final Limits limits;
    private final BitSet seen;
    private final List<Integer> found = new ArrayList<>();

    private Neighbourhood(TopologySnapshot snapshot, Limits limits) {
        this.snapshot = snapshot;
        this.limits = limits;
        this.seen = new BitSet(snapshot.size());
    }

    /// Numbers of the CIs, the seeds first.
    public static List<Integer> around(TopologySnapshot snapshot, Collection<Integer> seeds, Limits limits) {
        Neighbourhood search = new Neighbourhood(snapshot, limits);
        seeds.forEach(search::visit);
        int hopEnd = 0;
        for (int hop = 0; hop <= limits.hopsMax() && hopEnd < search.found.size(); hop++) {
            search.spread(hopEnd, FREE);
            int end = search.found.size();
            search.spread(hopEnd, end, HOP);
            hopEnd = end;
        }
        return search.found;
    }

    private void spread(int from, Direction[] directions) {
        for (int i = from; i < found.size(); i++) {
            follow(found.get(i), directions);
        }
    }

    private void spread(int from, int to, Direction[] directions) {
        for (int i = from; i < to; i++) {
            follow(found.get(i), directions);
        }
    }

    private void follow(int node, Direction[] directions) {
        for (Direction direction : directions) {
            int edges = Math.min(snapshot.degree(node, direction), limits.degreeMax());
            for (int i = 0; i < edges; i++) {
                visit(snapshot.neighbour(node, direction, i));
            }
        }
    }

    private void visit(int node) {
        if (found.size() < limits.candidatesMax() && !seen.get(node)) {
            seen.set(node);
            found.add(node);
        }
    }
}
