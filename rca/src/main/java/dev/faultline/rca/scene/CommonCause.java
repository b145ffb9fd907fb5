package dev.faultline.rca.scene;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.faultline.graph.symptom.Signal;

/// Moves blame that stays at several units to what all of them stand on: that many fail at once, each for itself, is less likely than
/// that one thing under them does.
///
/// Of n equal shares of blame, (n - 1) / n move, and less where healthy units stand there too; n is the effective number of shares
/// (the inverse of Simpson's index, Hill 1973), so that noise at many units does not count as many causes. Shares are equal that are
/// so by what the unit costs normally: a strained host slows all by a like factor, and what takes long anyhow loses most time.
public final class CommonCause {

    private record Gain(Foundations.Load load, double share, double blame) {
        double moved() {
            return share * blame;
        }
    }

    private CommonCause() {}

    /// Moves blame to foundations, the one that takes most first; no unit hands on twice, none that is asked for more than normally at all,
    /// and the sum stays.
    ///
    /// @param kept the blame that stays at each unit; changed
    public static void move(Scene scene, Signal signal, double[] kept) {
        List<Foundations.Load> loads = Foundations.loads(scene).stream().filter(Foundations.Load::isShared).toList();
        double[] due = scene.numbers().stream().mapToDouble(unit -> scene.due(unit, signal)).toArray();
        Set<Integer> moved = scene.numbers().stream().filter(scene::isSurging).collect(Collectors.toCollection(HashSet::new));
        for (Optional<Gain> best = best(loads, kept, due, moved); best.isPresent(); best = best(loads, kept, due, moved)) {
            take(best.get(), kept, moved);
        }
    }

    private static Optional<Gain> best(List<Foundations.Load> loads, double[] kept, double[] due, Set<Integer> moved) {
        return loads.stream().filter(load -> !moved.contains(load.foundation()))
                .map(load -> new Gain(load, share(load, kept, due, moved), sum(load, kept, moved))).filter(gain -> gain.moved() > 0)
                .max(Comparator.comparingDouble(Gain::moved).thenComparingInt(gain -> -gain.load().foundation()));
    }

    private static void take(Gain gain, double[] kept, Set<Integer> moved) {
        for (int unit : gain.load().sick()) {
            if (moved.add(unit)) {
                kept[gain.load().foundation()] += gain.share() * kept[unit];
                kept[unit] -= gain.share() * kept[unit];
            }
        }
        moved.add(gain.load().foundation());
    }

    /// The share that moves; shares of blame are compared by what the units cost normally, where that is known of all that keep some.
    private static double share(Foundations.Load load, double[] kept, double[] due, Set<Integer> moved) {
        List<Integer> blamed = load.sick().stream().filter(unit -> !moved.contains(unit) && kept[unit] > 0).toList();
        boolean isKnown = blamed.stream().allMatch(unit -> due[unit] > 0);
        double[] weights = blamed.stream().mapToDouble(unit -> isKnown ? kept[unit] / due[unit] : kept[unit]).toArray();
        double sum = Arrays.stream(weights).sum();
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        return sum == 0 ? 0 : load.sickShare() * (1 - squares / (sum * sum));
    }

    private static double sum(Foundations.Load load, double[] kept, Set<Integer> moved) {
        return load.sick().stream().filter(unit -> !moved.contains(unit)).mapToDouble(unit -> kept[unit]).sum();
    }
}
