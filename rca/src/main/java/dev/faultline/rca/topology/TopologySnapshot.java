package dev.faultline.rca.topology;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;

import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyDelta;
import dev.faultline.graph.topology.TopologyNode;

/// All CIs, relations and calls as of an instant, numbered and in compact arrays, so that walks cost memory reads only.
///
/// Immutable. A refresh shares all rows that did not change; numbers of CIs stay the same from refresh to refresh until the next
/// full build, and removed CIs leave an unused number.
public final class TopologySnapshot {
    /// Relation that folds an instance into its service.
    public static final String INSTANCE_OF = "INSTANCE_OF";
    /// Relation between what runs and where it runs.
    public static final String RUNS_ON = "RUNS_ON";

    /// Which edges a walk follows, and in which direction.
    public enum Direction {
        CALLEES, CALLERS, INSTANCE_OF, INSTANCES, RUNS_ON, RUNS, LINKED_TO, LINKED_FROM;

        /// The same edges the other way.
        public Direction reversed() {
            return switch (this) {
                case CALLEES -> CALLERS;
                case CALLERS -> CALLEES;
                case INSTANCE_OF -> INSTANCES;
                case INSTANCES -> INSTANCE_OF;
                case RUNS_ON -> RUNS;
                case RUNS -> RUNS_ON;
                case LINKED_TO -> LINKED_FROM;
                case LINKED_FROM -> LINKED_TO;
            };
        }

        /// Directions that a relation of this type has from its first end, before reversal.
        static Direction of(String relationType) {
            return switch (relationType) {
                case TopologySnapshot.INSTANCE_OF -> INSTANCE_OF;
                case TopologySnapshot.RUNS_ON -> RUNS_ON;
                default -> LINKED_TO;
            };
        }
    }

    private final Instant asOf;
    private final NodeTable nodes;
    private final Map<Direction, Adjacency> edges;

    TopologySnapshot(Instant asOf, NodeTable nodes, Map<Direction, Adjacency> edges) {
        this.asOf = asOf;
        this.nodes = nodes;
        this.edges = edges;
    }

    /// Numbers and lays out a whole topology in O(nodes + edges).
    public static TopologySnapshot of(Topology topology) {
        return SnapshotBuilder.build(topology);
    }

    /// The snapshot with the changes applied; costs what changed and the rows that they touch.
    public TopologySnapshot refresh(TopologyDelta delta) {
        return SnapshotRefresh.apply(this, delta);
    }

    /// Whether CIs or edges are others than in the snapshot that this one was refreshed from.
    public boolean differsFrom(TopologySnapshot before) {
        return nodes != before.nodes || !edges.equals(before.edges);
    }

    public Instant asOf() {
        return asOf;
    }

    /// How many numbers are taken, those of removed CIs included.
    public int size() {
        return nodes.size();
    }

    public OptionalInt find(String ciId) {
        return nodes.find(ciId);
    }

    public TopologyNode node(int number) {
        return nodes.node(number);
    }

    public int degree(int number, Direction direction) {
        return adjacency(direction).degree(number);
    }

    public int neighbour(int number, Direction direction, int position) {
        return adjacency(direction).target(number, position);
    }

    public int[] neighbours(int number, Direction direction) {
        return adjacency(direction).row(number);
    }

    /// An estimate of the bytes that the snapshot keeps, ids and names included.
    public long memoryBytes() {
        return nodes.memoryBytes() + edges.values().stream().mapToLong(Adjacency::memoryBytes).sum();
    }

    NodeTable nodes() {
        return nodes;
    }

    Map<Direction, Adjacency> edges() {
        return edges;
    }

    private Adjacency adjacency(Direction direction) {
        Adjacency adjacency = edges.get(direction);
        if (adjacency == null) {
            throw new IllegalStateException("the snapshot has no edges of direction " + direction);
        }
        return adjacency;
    }
}
