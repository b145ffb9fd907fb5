package dev.faultline.rca.scene;

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
        double[] relative = relative(scene, signal, kept);
        Set<Integer> moved = scene.numbers().stream().filter(scene::isSurging).collect(Collectors.toCollection(HashSet::new));
        for (Optional<Gain> best = best(loads, kept, relative, moved); best.isPresent(); best = best(loads, kept, relative, moved)) {
            take(best.get(), kept, moved);
        }
    }

    /// The blame that stays at each unit, by what it costs normally where that is known of every unit that keeps some.
    private static double[] relative(Scene scene, Signal signal, double[] kept) {
        double[] relative = kept.clone();
        for (int unit = 0; unit < kept.length; unit++) {
            double due = scene.due(unit, signal);
            if (kept[unit] > 0 && due > 0) {
                relative[unit] = kept[unit] / due;
            } else if (kept[unit] > 0 && scene.isObserved(unit, signal)) {
                return kept;
            }
        }
        return relative;
    }

    private static Optional<Gain> best(List<Foundations.Load> loads, double[] kept, double[] relative, Set<Integer> moved) {
        return loads.stream().filter(load -> !moved.contains(load.foundation()))
                .map(load -> new Gain(load, share(load, relative, moved), sum(load, kept, moved))).filter(gain -> gain.moved() > 0)
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

    private static double share(Foundations.Load load, double[] relative, Set<Integer> moved) {
        double sum = sum(load, relative, moved);
        double squares = load.sick().stream().filter(unit -> !moved.contains(unit)).mapToDouble(unit -> relative[unit] * relative[unit])
                .sum();
        return sum == 0 ? 0 : load.sickShare() * (1 - squares / (sum * sum));
    }

    private static double sum(Foundations.Load load, double[] kept, Set<Integer> moved) {
        return load.sick().stream().filter(unit -> !moved.contains(unit)).mapToDouble(unit -> kept[unit]).sum();
    }
}
