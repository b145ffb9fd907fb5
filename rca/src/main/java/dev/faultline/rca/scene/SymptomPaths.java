package dev.faultline.rca.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

import dev.faultline.graph.incident.PathStep;
import dev.faultline.rca.rules.Rules.Origin;

/// The best path from each candidate to what suffers.
///
/// A step through an anomalous candidate costs nothing, one through an unobserved or healthy candidate multiplies the strength by
/// the price in the rules, and every step costs a little. Dijkstra's algorithm on the negative logarithms, O(edges log units).
public final class SymptomPaths {
    private static final double STEP_PRICE = 0.95;
    private static final int NONE = -1;

    private record Reached(int unit, double strength) {}

    /// What it costs to pass through a unit.
    private record Passage(boolean anomalous, double price) {}

    private final Scene scene;
    private final Set<Origin> origins = EnumSet.noneOf(Origin.class);
    private final double[] strengths;
    private final int[] towards;
    private final int[] steps;
    private final int[] quiet;

    private SymptomPaths(Scene scene) {
        this.scene = scene;
        scene.symptomSignals().forEach(signal -> origins.add(scene.rules().origin(signal)));
        int units = scene.units().size();
        this.strengths = new double[units];
        this.towards = new int[units];
        this.steps = new int[units];
        this.quiet = new int[units];
        Arrays.fill(towards, NONE);
    }

    public static SymptomPaths of(Scene scene) {
        SymptomPaths paths = new SymptomPaths(scene);
        paths.search();
        return paths;
    }

    /// In (0, 1] for candidates that trouble can come from, else 0.
    public double strength(int unit) {
        return strengths[unit];
    }

    public int steps(int unit) {
        return steps[unit];
    }

    /// Steps of the path whose candidates show no anomaly.
    public int quietSteps(int unit) {
        return quiet[unit];
    }

    /// The steps from the candidate to the nearest symptom; empty where it suffers itself or no path leads there.
    public List<PathStep> path(int unit) {
        List<PathStep> path = new ArrayList<>();
        for (int at = unit; towards[at] != NONE; at = towards[at]) {
            int next = towards[at];
            path.add(new PathStep(scene.units().get(at).ciId(), via(at, next), scene.units().get(next).ciId(),
                    scene.isAnomalous(next) || scene.symptomUnits().contains(next)));
        }
        return path;
    }

    private String via(int from, int to) {
        if (scene.graph().callers().get(from).contains(to)) {
            return "CALLED_BY";
        }
        if (scene.graph().callees().get(from).contains(to)) {
            return "CALLS";
        }
        return scene.graph().hosts().get(to).contains(from) ? "HOSTS" : "CARRIES";
    }

    private void search() {
        PriorityQueue<Reached> queue = new PriorityQueue<>(
                Comparator.comparingDouble((Reached reached) -> -reached.strength()).thenComparingInt(Reached::unit));
        for (int unit : scene.symptomUnits()) {
            strengths[unit] = 1;
            queue.add(new Reached(unit, 1));
        }
        while (!queue.isEmpty()) {
            Reached reached = queue.remove();
            if (reached.strength() == strengths[reached.unit()]) {
                Passage passage = passage(reached.unit());
                sources(reached.unit()).forEach(source -> relax(reached, passage, source, queue));
            }
        }
    }

    /// Where trouble at a unit can come from.
    private List<Integer> sources(int unit) {
        List<Integer> sources = new ArrayList<>();
        for (Origin origin : origins) {
            switch (origin) {
                case CALLEES -> sources.addAll(scene.graph().callees().get(unit));
                case CALLERS -> sources.addAll(scene.graph().callers().get(unit));
                case INSIDE -> {
                }
            }
        }
        sources.addAll(scene.graph().foundations().get(unit));
        return sources;
    }

    private Passage passage(int unit) {
        boolean anomalous = scene.isAnomalous(unit) || scene.symptomUnits().contains(unit);
        return new Passage(anomalous,
                anomalous ? 1 : isObserved(unit) ? scene.rules().passHealthy() : scene.rules().passUnobserved());
    }

    private void relax(Reached from, Passage passage, int unit, PriorityQueue<Reached> queue) {
        double strength = from.strength() * passage.price() * STEP_PRICE;
        if (strength > strengths[unit]) {
            strengths[unit] = strength;
            towards[unit] = from.unit();
            steps[unit] = steps[from.unit()] + 1;
            quiet[unit] = quiet[from.unit()] + (passage.anomalous() ? 0 : 1);
            queue.add(new Reached(unit, strength));
        }
    }

    /// Only what is observed in every class of the symptom is known to be healthy.
    private boolean isObserved(int unit) {
        return scene.spreadingSignals().stream().allMatch(signal -> scene.isObserved(unit, signal));
    }
}
