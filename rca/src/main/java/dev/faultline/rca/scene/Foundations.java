package dev.faultline.rca.scene;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What units stand on together: a host, a rack, a switch, a storage.
public final class Foundations {
    /// A foundation further down explains the same a little less well.
    private static final double LEVEL_PRICE = 0.95;
    private static final int SHARING_MIN = 2;

    private Foundations() {}

    /// What stands on a foundation and is observed.
    ///
    /// @param sick units that show an anomaly, ascending
    /// @param sickness how sick all are together, in units: one that strays without being anomalous counts in part
    /// @param healthy how many show none
    /// @param depth levels between the foundation and the furthest of the sick ones; 1 for what stands on it directly
    public record Load(int foundation, List<Integer> sick, double sickness, int healthy, int depth) {

        /// Whether the foundation explains more than one of the sick ones does.
        public boolean isShared() {
            return sick.size() >= SHARING_MIN;
        }

        /// The share of the observed that is sick, at the price of the levels between.
        public double sickShare() {
            return Math.pow(LEVEL_PRICE, depth - 1.0) * sickness / (sick.size() + healthy);
        }
    }

    /// What stands on each unit, directly or on what stands there; units that carry nothing are left out. O(units x what they carry).
    public static List<Load> loads(Scene scene) {
        return scene.numbers().stream().filter(unit -> !scene.graph().carried().get(unit).isEmpty()).map(unit -> load(scene, unit))
                .toList();
    }

    private static Load load(Scene scene, int foundation) {
        Map<Integer, Integer> levels = carried(scene.graph(), foundation);
        List<Integer> observed = levels.keySet().stream().filter(unit -> isObserved(scene, unit)).toList();
        List<Integer> sick = observed.stream().filter(scene::isAnomalous).sorted().toList();
        double sickness = observed.stream().mapToDouble(scene::sickness).sum();
        return new Load(foundation, sick, sickness, observed.size() - sick.size(), sick.stream().mapToInt(levels::get).max().orElse(1));
    }

    /// How many levels above the foundation each unit stands.
    private static Map<Integer, Integer> carried(UnitGraph graph, int foundation) {
        Map<Integer, Integer> levels = new LinkedHashMap<>();
        Deque<Integer> queue = new ArrayDeque<>(List.of(foundation));
        while (!queue.isEmpty()) {
            int below = queue.remove();
            int level = levels.getOrDefault(below, 0) + 1;
            for (int unit : graph.carried().get(below)) {
                if (unit != foundation && levels.putIfAbsent(unit, level) == null) {
                    queue.add(unit);
                }
            }
        }
        return levels;
    }

    private static boolean isObserved(Scene scene, int unit) {
        return scene.spreadingSignals().stream().anyMatch(signal -> scene.isObserved(unit, signal));
    }
}
