package dev.faultline.rca.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

import static org.assertj.core.api.Assertions.assertThat;

class NearbyCisTest {
    private static final int NODES = 40;
    private static final int DEGREE_MAX = 6;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void findsWhatAWalkOverAllHopsFromEitherEndFinds(int hops) {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            TopologySnapshot snapshot = estate(random);
            Set<Integer> marked = new HashSet<>(random.ints(8, 0, NODES).boxed().toList());
            NearbyCis nearby = new NearbyCis(snapshot, new GroupingRules(GroupingRules.DEFAULT.near(), GroupingRules.DEFAULT.storm(), hops,
                    DEGREE_MAX), marked);
            Map<Integer, Set<Integer>> found = new HashMap<>();
            marked.forEach(start -> found.put(start, nearby.of(start)));
            for (int one : marked) {
                for (int other : marked) {
                    assertThat(isJoined(found, one, other)).as("seed %d, %d and %d", seed, one, other)
                            .isEqualTo(one != other && (reaches(snapshot, one, other, hops) || reaches(snapshot, other, one, hops)));
                }
            }
        }
    }

    private static boolean isJoined(Map<Integer, Set<Integer>> found, int one, int other) {
        return found.getOrDefault(one, Set.of()).contains(other) || found.getOrDefault(other, Set.of()).contains(one);
    }

    /// Shortest way by relaxing all edges again and again.
    private static boolean reaches(TopologySnapshot snapshot, int start, int end, int hops) {
        Map<Integer, Integer> distances = new HashMap<>(Map.of(start, 0));
        for (boolean changed = true; changed;) {
            changed = false;
            for (int node : new TreeSet<>(distances.keySet())) {
                changed |= (node == start || degree(snapshot, node) <= DEGREE_MAX) && relax(snapshot, node, distances, hops);
            }
        }
        return distances.containsKey(end);
    }

    private static boolean relax(TopologySnapshot snapshot, int node, Map<Integer, Integer> distances, int hops) {
        boolean changed = false;
        for (Direction direction : Direction.values()) {
            int step = direction == Direction.INSTANCE_OF || direction == Direction.INSTANCES ? 0 : 1;
            int distance = distances.getOrDefault(node, 0) + step;
            int[] neighbours = snapshot.neighbours(node, direction);
            for (int i = 0; i < Math.min(neighbours.length, DEGREE_MAX) && distance <= hops; i++) {
                if (distance < distances.getOrDefault(neighbours[i], Integer.MAX_VALUE)) {
                    distances.put(neighbours[i], distance);
                    changed = true;
                }
            }
        }
        return changed;
    }

    private static int degree(TopologySnapshot snapshot, int node) {
        int degree = 0;
        for (Direction direction : Direction.values()) {
            degree += snapshot.degree(node, direction);
        }
        return degree;
    }

    /// Sparse, but for one CI that many others run on.
    private static TopologySnapshot estate(Random random) {
        List<TopologyNode> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(new TopologyNode("ci-" + i, "Service", "ci-" + i));
        }
        List<TopologyLink> links = new ArrayList<>();
        List<TopologyCall> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            links.add(new TopologyLink("INSTANCE_OF", any(random), any(random)));
            links.add(new TopologyLink("RUNS_ON", any(random), "ci-0"));
            calls.add(new TopologyCall(any(random), any(random)));
        }
        return TopologySnapshot.of(new Topology(Instant.EPOCH, nodes, links, calls));
    }

    private static String any(Random random) {
        return "ci-" + random.nextInt(NODES);
    }
}
