package dev.faultline.rca.suppression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// What CIs stand on: their service, their host, and by the foundations of the rules the switch, the rack, the zone.
final class Ground {
    private static final List<Direction> DOWN = List.of(Direction.INSTANCE_OF, Direction.RUNS_ON, Direction.STANDS_ON);

    private final TopologySnapshot snapshot;
    private final Map<String, Set<String>> known = new HashMap<>();

    Ground(TopologySnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /// The CI itself and all below it, nearest first; what the snapshot does not know stands on nothing. O(edges below).
    Set<String> of(String ciId) {
        return known.computeIfAbsent(ciId, this::walk);
    }

    private Set<String> walk(String ciId) {
        OptionalInt start = snapshot.find(ciId);
        if (start.isEmpty()) {
            return Set.of(ciId);
        }
        Set<Integer> seen = new LinkedHashSet<>(List.of(start.getAsInt()));
        Deque<Integer> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (Direction direction : DOWN) {
                for (int below : snapshot.neighbours(at, direction)) {
                    if (seen.add(below)) {
                        queue.add(below);
                    }
                }
            }
        }
        Set<String> ids = new LinkedHashSet<>();
        seen.forEach(number -> ids.add(snapshot.node(number).id()));
        return ids;
    }
}
