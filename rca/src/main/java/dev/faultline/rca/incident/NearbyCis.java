package dev.faultline.rca.incident;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import dev.faultline.rca.topology.TopologySnapshot;

/// Finds, among marked CIs, those that are near one another: few edges apart, with an instance and its service in one place.
///
/// Both ends of a way walk towards its middle: each marked CI leaves its name at all that lies within half of the hops, so that the
/// walk from a CI needs the other half only. In a dense estate three hops reach nearly everything, and two hops little.
/// O(edges within half the reach) for each marked CI.
final class NearbyCis {
    private static final int NONE = -1;

    private final ShortWalk walk;
    private final GroupingRules rules;
    private final int hopsOfMarks;

    /// The last mark that was left at each CI, as an index of the lists below; each leads to the one before it.
    private final int[] lastMark;
    private final IntList markedNodes = new IntList();
    private final IntList distances = new IntList();
    private final IntList marksBefore = new IntList();

    NearbyCis(TopologySnapshot snapshot, GroupingRules rules, Set<Integer> marked) {
        this.walk = new ShortWalk(snapshot, rules.degreeMax());
        this.rules = rules;
        this.hopsOfMarks = rules.hops() / 2;
        this.lastMark = new int[snapshot.size()];
        Arrays.fill(lastMark, NONE);
        for (int mark : marked) {
            walk.from(mark, hopsOfMarks, Integer.MAX_VALUE, (node, distance) -> leave(mark, node, distance));
        }
    }

    private void leave(int mark, int node, int distance) {
        marksBefore.add(lastMark[node]);
        lastMark[node] = markedNodes.size();
        markedNodes.add(mark);
        distances.add(distance);
    }

    /// Marked CIs within reach of this one, itself left out, in ascending order.
    Set<Integer> of(int start) {
        Set<Integer> found = new TreeSet<>();
        walk.from(start, rules.hops() - hopsOfMarks, rules.degreeMax(), (node, distance) -> meet(start, node, distance, found));
        found.remove(start);
        return found;
    }

    /// The ways of two CIs meet at a node; at a hub only where it is the end of one.
    private void meet(int start, int node, int distance, Set<Integer> found) {
        if (lastMark[node] == NONE) {
            return;
        }
        boolean passable = node == start || !walk.isHub(node);
        for (int i = lastMark[node]; i != NONE; i = marksBefore.get(i)) {
            int mark = markedNodes.get(i);
            if (distance + distances.get(i) <= rules.hops() && (passable || node == mark)) {
                found.add(mark);
            }
        }
    }
}
