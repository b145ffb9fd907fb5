package dev.faultline.api.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntSupplier;

import dev.faultline.api.settings.Settings;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.topology.Topology;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Measures the engine on a made-up estate of 100,000 CIs, 300,000 relations and 200,000 call edges, with incidents of 200 alerts.
///
/// The yardstick is a breadth-first walk over all that is within the engine's reach, on the same snapshot in the same run.
public final class RankBenchmark implements Benchmark {
    private static final int CIS = 100_000;
    private static final int RELATIONS = 300_000;
    private static final int CALLS = 200_000;
    private static final int ALERTS = 200;
    private static final int WARM_UPS = 20;
    private static final int RUNS = 100;
    private static final long SEED = 20_260_101;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024;

    @Override
    public String name() {
        return "rank";
    }

    @Override
    public String purpose() {
        return "ranking an incident of 200 alerts on a graph of 100,000 CIs, 300,000 relations and 200,000 call edges";
    }

    @Override
    public void run(Settings settings, Figures figures) {
        SyntheticEstate estate = new SyntheticEstate(SEED, CIS);
        Topology topology = estate.topology(RELATIONS, CALLS);
        long start = System.nanoTime();
        TopologySnapshot snapshot = TopologySnapshot.of(topology, RulesReader.defaults().foundations());
        figures.print("rank.snapshot.build", (System.nanoTime() - start) / NANOS_PER_MILLI, "ms");
        figures.print("rank.snapshot.memory", snapshot.memoryBytes() / BYTES_PER_MEBIBYTE, "MiB");
        RankingEngine engine = RankingEngine.withDefaults();
        List<Evidence> incidents = new ArrayList<>();
        for (int i = 0; i < WARM_UPS + RUNS; i++) {
            incidents.add(estate.incident(ALERTS));
        }
        double[] rank = new double[incidents.size()];
        double[] walk = new double[incidents.size()];
        for (int i = 0; i < incidents.size(); i++) {
            Evidence incident = incidents.get(i);
            rank[i] = millis(() -> engine.rank(snapshot, incident, CandidateLevel.ANY, incident.detectedAt()).causes().size());
            walk[i] = millis(() -> walk(snapshot, incident));
        }
        printTimes(figures, "rank.engine", Arrays.copyOfRange(rank, WARM_UPS, rank.length));
        printTimes(figures, "rank.yardstick.walk", Arrays.copyOfRange(walk, WARM_UPS, walk.length));
        AlertToRanking.measure(settings, topology, SEED, figures);
    }

    private static double millis(IntSupplier work) {
        long start = System.nanoTime();
        if (work.getAsInt() < 0) {
            throw new IllegalStateException("a measured piece of work counted less than nothing");
        }
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    /// CIs in all components that the alerts touch.
    private static int walk(TopologySnapshot snapshot, Evidence incident) {
        BitSet seen = new BitSet(snapshot.size());
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        incident.alerts().forEach(alert -> {
            if (alert.subject() != null) {
                snapshot.find(alert.subject().owner()).ifPresent(queue::add);
            }
        });
        int found = 0;
        while (!queue.isEmpty()) {
            int node = queue.remove();
            if (seen.get(node)) {
                continue;
            }
            seen.set(node);
            found++;
            for (Direction direction : Direction.values()) {
                for (int i = 0; i < snapshot.degree(node, direction); i++) {
                    queue.add(snapshot.neighbour(node, direction, i));
                }
            }
        }
        return found;
    }

    private static void printTimes(Figures figures, String figure, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        figures.print(figure + ".p50", sorted[sorted.length / 2], "ms");
        figures.print(figure + ".p99", sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)], "ms");
    }
}
