package dev.faultline.rca.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyDelta;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

import static org.assertj.core.api.Assertions.assertThat;

class TopologySnapshotTest {
    private static final Instant NOW = Instant.EPOCH;

    private final TopologySnapshot snapshot = TopologySnapshot.of(new Topology(NOW, nodes("a", "b", "c", "h"),
            List.of(new TopologyLink("RUNS_ON", "a", "h"), new TopologyLink("FEEDS", "b", "c")),
            List.of(new TopologyCall("a", "b"), new TopologyCall("a", "c"), new TopologyCall("a", "gone"))));

    @Test
    void edgesAreWalkedBothWays() {
        assertThat(ids(snapshot, "a", Direction.CALLEES)).containsExactly("b", "c");
        assertThat(ids(snapshot, "c", Direction.CALLERS)).containsExactly("a");
        assertThat(ids(snapshot, "h", Direction.RUNS)).containsExactly("a");
        assertThat(ids(snapshot, "c", Direction.LINKED_FROM)).containsExactly("b");
    }

    @Test
    void refreshLeavesTheEarlierSnapshotAsItWas() {
        TopologySnapshot after = snapshot.refresh(new TopologyDelta(NOW.plusSeconds(1), nodes("d"), Set.of("b"), List.of(), List.of(),
                List.of(new TopologyCall("c", "d")), List.of()));
        assertThat(ids(after, "a", Direction.CALLEES)).containsExactly("c");
        assertThat(ids(after, "c", Direction.CALLEES)).containsExactly("d");
        assertThat(ids(after, "c", Direction.LINKED_FROM)).isEmpty();
        assertThat(after.find("b")).isEmpty();
        assertThat(ids(snapshot, "a", Direction.CALLEES)).containsExactly("b", "c");
        assertThat(snapshot.find("d")).isEmpty();
    }

    @Test
    void refreshesGiveWhatAFullBuildGives() {
        Random random = new Random(11);
        Set<TopologyCall> calls = new HashSet<>();
        List<TopologyNode> nodes = IntStream.range(0, 40).mapToObj(i -> new TopologyNode("n" + i, "Service", "n" + i)).toList();
        TopologySnapshot refreshed = TopologySnapshot.of(new Topology(NOW, nodes, List.of(), List.of()));
        for (int round = 0; round < 60; round++) {
            TopologyCall call = new TopologyCall("n" + random.nextInt(40), "n" + random.nextInt(40));
            boolean add = random.nextInt(3) > 0;
            if (add) {
                calls.add(call);
            } else {
                calls.remove(call);
            }
            refreshed = refreshed.refresh(new TopologyDelta(NOW, List.of(), Set.of(), List.of(), List.of(),
                    add ? List.of(call) : List.of(), add ? List.of() : List.of(call)));
        }
        TopologySnapshot built = TopologySnapshot.of(new Topology(NOW, nodes, List.of(), new ArrayList<>(calls)));
        for (TopologyNode node : nodes) {
            for (Direction direction : Direction.values()) {
                assertThat(ids(refreshed, node.id(), direction)).isEqualTo(ids(built, node.id(), direction));
            }
        }
    }

    @Test
    void wornSnapshotIsBuiltAnew() {
        TopologySnapshot after = snapshot;
        for (int i = 0; i < 50; i++) {
            after = after.refresh(new TopologyDelta(NOW, nodes("x" + i), i > 0 ? Set.of("x" + (i - 1)) : Set.of(), List.of(), List.of(),
                    List.of(new TopologyCall("a", "x" + i)), List.of()));
        }
        assertThat(after.size()).isLessThan(20);
        assertThat(ids(after, "a", Direction.CALLEES)).containsExactly("b", "c", "x49");
        assertThat(ids(after, "a", Direction.RUNS_ON)).containsExactly("h");
    }

    @Test
    void foundationIsWalkedFromWhatItCarriesWhicheverEndItIs() {
        List<Foundation> foundations = List.of(new Foundation("IN", Foundation.End.TO, null),
                new Foundation("LINKS", Foundation.End.FROM, "Switch"));
        List<TopologyNode> nodes = List.of(new TopologyNode("host", "Host", "host"), new TopologyNode("rack", "Rack", "rack"),
                new TopologyNode("switch", "Switch", "switch"));
        List<TopologyLink> links = List.of(new TopologyLink("IN", "host", "rack"), new TopologyLink("LINKS", "switch", "host"),
                new TopologyLink("LINKS", "host", "rack"));
        TopologySnapshot built = TopologySnapshot.of(new Topology(NOW, nodes, links, List.of()), foundations);
        TopologySnapshot refreshed = TopologySnapshot.of(new Topology(NOW, List.of(), List.of(), List.of()), foundations)
                .refresh(new TopologyDelta(NOW, nodes, Set.of(), links, List.of(), List.of(), List.of()));

        for (TopologySnapshot each : List.of(built, refreshed)) {
            assertThat(ids(each, "host", Direction.STANDS_ON)).containsExactly("rack", "switch");
            assertThat(ids(each, "switch", Direction.CARRIES)).containsExactly("host");
            assertThat(ids(each, "host", Direction.LINKED_TO)).containsExactly("rack");
        }
        TopologySnapshot without = refreshed
                .refresh(new TopologyDelta(NOW, List.of(), Set.of(), List.of(), links.subList(1, 2), List.of(), List.of()));
        assertThat(ids(without, "host", Direction.STANDS_ON)).containsExactly("rack");
    }

    @Test
    void memoryGrowsWithTheGraph() {
        assertThat(snapshot.memoryBytes())
                .isGreaterThan(TopologySnapshot.of(new Topology(NOW, nodes("a"), List.of(), List.of())).memoryBytes());
    }

    private static List<TopologyNode> nodes(String... ids) {
        return Stream.of(ids).map(id -> new TopologyNode(id, "Service", id)).toList();
    }

    private static Set<String> ids(TopologySnapshot snapshot, String id, Direction direction) {
        Set<String> ids = new TreeSet<>();
        for (int neighbour : snapshot.neighbours(snapshot.find(id).orElseThrow(), direction)) {
            ids.add(snapshot.node(neighbour).id());
        }
        return ids;
    }
}
