package dev.faultline.rca.scene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.topology.Foundation;
import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// The part of a topology that a ranking looks at: small enough to be kept beside the ranking, and enough to compute it again.
///
/// O(CIs around the symptoms + their edges).
public final class SceneTopology {
    /// How relations other than those that the engine tells apart are called.
    private static final String LINKED_TO = "LINKED_TO";
    private static final String STANDS_ON = "STANDS_ON";
    private static final Map<Direction, String> LINKS = Map.of(Direction.INSTANCE_OF, TopologySnapshot.INSTANCE_OF, Direction.RUNS_ON,
            TopologySnapshot.RUNS_ON, Direction.STANDS_ON, STANDS_ON, Direction.LINKED_TO, LINKED_TO);
    private static final List<Direction> LINK_ORDER = List.of(Direction.INSTANCE_OF, Direction.RUNS_ON, Direction.STANDS_ON,
            Direction.LINKED_TO);
    private static final List<Foundation> FOUNDATIONS = List.of(new Foundation(STANDS_ON, Foundation.End.TO, null));

    private SceneTopology() {}

    /// The snapshot of such a part.
    public static TopologySnapshot snapshot(Topology part) {
        return TopologySnapshot.of(part, FOUNDATIONS);
    }

    /// The CIs around what suffers, nearest first, the CIs that they are instances of, and all edges among these.
    public static Topology of(TopologySnapshot snapshot, Evidence evidence, Rules.Limits limits) {
        Set<Integer> kept = new LinkedHashSet<>(Neighbourhood.around(snapshot, SceneBuilder.seeds(snapshot, evidence), limits));
        for (int node : List.copyOf(kept)) {
            targets(snapshot, node, Direction.INSTANCE_OF).forEach(kept::add);
        }
        List<TopologyLink> links = new ArrayList<>();
        List<TopologyCall> calls = new ArrayList<>();
        for (int node : kept) {
            String id = snapshot.node(node).id();
            for (int callee : targets(snapshot, node, Direction.CALLEES)) {
                if (kept.contains(callee)) {
                    calls.add(new TopologyCall(id, snapshot.node(callee).id()));
                }
            }
            LINK_ORDER.forEach(direction -> addLinks(snapshot, node, direction, kept, links));
        }
        return new Topology(snapshot.asOf(), kept.stream().map(snapshot::node).toList(), links, calls);
    }

    private static void addLinks(TopologySnapshot snapshot, int node, Direction direction, Set<Integer> kept, List<TopologyLink> links) {
        for (int target : targets(snapshot, node, direction)) {
            if (kept.contains(target)) {
                links.add(new TopologyLink(LINKS.getOrDefault(direction, LINKED_TO), snapshot.node(node).id(),
                        snapshot.node(target).id()));
            }
        }
    }

    private static List<Integer> targets(TopologySnapshot snapshot, int node, Direction direction) {
        List<Integer> targets = new ArrayList<>();
        for (int i = 0; i < snapshot.degree(node, direction); i++) {
            targets.add(snapshot.neighbour(node, direction, i));
        }
        return targets;
    }
}
