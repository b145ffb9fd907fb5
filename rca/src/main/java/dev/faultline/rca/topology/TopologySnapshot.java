package dev.faultline.rca.topology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyDelta;
import dev.faultline.graph.topology.TopologyLink;
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
        CALLEES, CALLERS, INSTANCE_OF, INSTANCES, RUNS_ON, RUNS, STANDS_ON, CARRIES, LINKED_TO, LINKED_FROM;

        /// One of each pair: all edges are in these.
        static final List<Direction> FORWARD = List.of(CALLEES, INSTANCE_OF, RUNS_ON, STANDS_ON, LINKED_TO);

        /// The same edges the other way.
        public Direction reversed() {
            return switch (this) {
                case CALLEES -> CALLERS;
                case CALLERS -> CALLEES;
                case INSTANCE_OF -> INSTANCES;
                case INSTANCES -> INSTANCE_OF;
                case RUNS_ON -> RUNS;
                case RUNS -> RUNS_ON;
                case STANDS_ON -> CARRIES;
                case CARRIES -> STANDS_ON;
                case LINKED_TO -> LINKED_FROM;
                case LINKED_FROM -> LINKED_TO;
            };
        }
    }

    private final Instant asOf;
    private final NodeTable nodes;
    private final Map<Direction, Adjacency> edges;
    private final List<Foundation> foundations;

    TopologySnapshot(Instant asOf, NodeTable nodes, Map<Direction, Adjacency> edges, List<Foundation> foundations) {
        this.asOf = asOf;
        this.nodes = nodes;
        this.edges = edges;
        this.foundations = foundations;
    }

    /// Numbers and lays out a whole topology in O(nodes + edges).
    ///
    /// @param foundations the relations beside `RUNS_ON` in which one CI stands on another; the first that holds counts
    public static TopologySnapshot of(Topology topology, List<Foundation> foundations) {
        return SnapshotBuilder.build(topology, List.copyOf(foundations));
    }

    /// The same where nothing stands on anything but what it runs on.
    public static TopologySnapshot of(Topology topology) {
        return of(topology, List.of());
    }

    /// The snapshot with the changes applied; costs what changed and the rows that they touch.
    public TopologySnapshot refresh(TopologyDelta delta) {
        return SnapshotRefresh.apply(this, delta);
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

    List<Foundation> foundations() {
        return foundations;
    }

    /// The direction of a relation from its first end.
    static Direction direction(TopologyLink link, String fromType, String toType, List<Foundation> foundations) {
        return switch (link.type()) {
            case INSTANCE_OF -> Direction.INSTANCE_OF;
            case RUNS_ON -> Direction.RUNS_ON;
            default -> foundations.stream().filter(foundation -> foundation.holds(link, fromType, toType)).findFirst()
                    .map(foundation -> foundation.carrier() == Foundation.End.TO ? Direction.STANDS_ON : Direction.CARRIES)
                    .orElse(Direction.LINKED_TO);
        };
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
