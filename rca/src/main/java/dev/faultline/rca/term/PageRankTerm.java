package dev.faultline.rca.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.statistics.Tests;

/// Personalised PageRank on the anomalous part of the graph: a walker starts at what suffers and prefers what is worse.
///
/// Edge weights are the anomaly of the callee and of the unit itself, as in MicroRCA (NOMS'20); restarts go to the symptoms.
/// O(iterations x edges).
final class PageRankTerm implements TermSource {
    private static final int ITERATIONS = 50;
    private static final double SELF_SHARE = 0.5;

    @Override
    public String name() {
        return "pagerank";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        double[] anomaly = anomalies(scene);
        Graph<Integer, DefaultWeightedEdge> graph = anomalousPart(scene, anomaly);
        Map<Integer, Rating> ratings = new TreeMap<>();
        if (graph.vertexSet().isEmpty()) {
            return ratings;
        }
        double[] rank = rank(scene, graph, anomaly);
        double largest = Arrays.stream(rank).max().orElse(0);
        for (int unit : graph.vertexSet()) {
            if (rank[unit] > 0 && anomaly[unit] > 0) {
                ratings.put(unit,
                        new Rating(rank[unit] / largest,
                                String.format(Locale.ROOT, "a walk along the anomalous calls ends here %.0f %% of the time",
                                        rank[unit] * 100),
                                scene.units().get(unit).ciId()));
            }
        }
        return ratings;
    }

    private static double[] anomalies(Scene scene) {
        double[] anomaly = new double[scene.units().size()];
        for (int unit = 0; unit < anomaly.length; unit++) {
            for (Signal signal : scene.spreadingSignals()) {
                double z = scene.z(unit, signal);
                anomaly[unit] = Math.max(anomaly[unit], z < scene.rules().anomalousZ() ? 0 : Tests.saturate(z, scene.rules().halfZ()));
            }
        }
        return anomaly;
    }

    private static Graph<Integer, DefaultWeightedEdge> anomalousPart(Scene scene, double[] anomaly) {
        Graph<Integer, DefaultWeightedEdge> graph = new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        scene.numbers().stream().filter(unit -> anomaly[unit] > 0 || scene.symptomUnits().contains(unit)).forEach(graph::addVertex);
        for (int unit : List.copyOf(graph.vertexSet())) {
            for (int callee : targets(scene, unit)) {
                if (graph.containsVertex(callee) && anomaly[callee] > 0 && !graph.containsEdge(unit, callee)) {
                    graph.setEdgeWeight(graph.addEdge(unit, callee), anomaly[callee]);
                }
            }
        }
        return graph;
    }

    private static List<Integer> targets(Scene scene, int unit) {
        List<Integer> targets = new ArrayList<>(scene.graph().callees().get(unit));
        targets.addAll(scene.graph().foundations().get(unit));
        return targets;
    }

    private static double[] rank(Scene scene, Graph<Integer, DefaultWeightedEdge> graph, double[] anomaly) {
        double[] restart = new double[anomaly.length];
        scene.symptomUnits().forEach(unit -> restart[unit] = 1.0 / scene.symptomUnits().size());
        double[] rank = restart.clone();
        for (int i = 0; i < ITERATIONS; i++) {
            rank = iterate(scene.rules().damping(), graph, anomaly, restart, rank);
        }
        return rank;
    }

    private static double[] iterate(double damping, Graph<Integer, DefaultWeightedEdge> graph, double[] anomaly, double[] restart,
            double[] rank) {
        double[] after = new double[rank.length];
        for (int unit = 0; unit < rank.length; unit++) {
            after[unit] = (1 - damping) * restart[unit];
        }
        for (int unit : graph.vertexSet()) {
            double self = SELF_SHARE * anomaly[unit];
            double total = self;
            for (DefaultWeightedEdge edge : graph.outgoingEdgesOf(unit)) {
                total += graph.getEdgeWeight(edge);
            }
            if (total <= 0) {
                after[unit] += damping * rank[unit];
                continue;
            }
            after[unit] += damping * rank[unit] * self / total;
            for (DefaultWeightedEdge edge : graph.outgoingEdgesOf(unit)) {
                after[graph.getEdgeTarget(edge)] += damping * rank[unit] * graph.getEdgeWeight(edge) / total;
            }
        }
        return after;
    }
}
