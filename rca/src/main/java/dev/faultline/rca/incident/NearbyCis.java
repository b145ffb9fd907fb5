package dev.faultline.rca.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.faultline.rca.topology.TopologySnapshot;

/// Finds, among marked CIs, those that are near one another: few edges apart, with an instance and its service in one place.
///
/// Both ends of a way walk towards its middle: each marked CI leaves its name at all that lies within half of the hops, so that the
/// walk from a CI needs the other half only. In a dense estate three hops reach nearly everything, and two hops little.
/// O(edges within half the reach) for each marked CI.
final class NearbyCis {

    /// That a marked CI is so many hops away.
    private record Mark(int node, int distance) {}

    private final ShortWalk walk;
    private final GroupingRules rules;
    private final int hopsOfMarks;
    private final Map<Integer, List<Mark>> marksAt = new HashMap<>();

    NearbyCis(TopologySnapshot snapshot, GroupingRules rules, Set<Integer> marked) {
        this.walk = new ShortWalk(snapshot, rules.degreeMax());
        this.rules = rules;
        this.hopsOfMarks = rules.hops() / 2;
        for (int mark : marked) {
            walk.from(mark, hopsOfMarks, Integer.MAX_VALUE,
                    (node, distance) -> marksAt.computeIfAbsent(node, absent -> new ArrayList<>()).add(new Mark(mark, distance)));
        }
    }

    /// Marked CIs within reach of this one, itself left out, in ascending order.
    Set<Integer> of(int start) {
        Set<Integer> found = new TreeSet<>();
        walk.from(start, rules.hops() - hopsOfMarks, rules.degreeMax(), (node, distance) -> {
            for (Mark mark : marksAt.getOrDefault(node, List.of())) {
                boolean isEnd = node == start || node == mark.node();
                if (distance + mark.distance() <= rules.hops() && (isEnd || !walk.isHub(node))) {
                    found.add(mark.node());
                }
            }
        });
        found.remove(start);
        return found;
    }
}
