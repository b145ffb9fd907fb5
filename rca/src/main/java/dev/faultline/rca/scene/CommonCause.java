package dev.faultline.rca.scene;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Moves blame that stays at several units to what all of them stand on: that many fail at once, each for itself, is less likely than
/// that one thing under them does.
///
/// Of n equal shares of blame, (n - 1) / n move, and less where healthy units stand there too; n is the effective number of shares
/// (the inverse of Simpson's index, Hill 1973), so that noise at many units does not count as many causes.
public final class CommonCause {

    private record Gain(Foundations.Load load, double moved) {}

    private CommonCause() {}

    /// Moves blame to foundations, the one that takes most first; no unit hands on twice, and the sum stays.
    ///
    /// @param kept the blame that stays at each unit; changed
    public static void move(Scene scene, double[] kept) {
        List<Foundations.Load> loads = Foundations.loads(scene).stream().filter(Foundations.Load::isShared).toList();
        Set<Integer> moved = new HashSet<>();
        for (Optional<Gain> best = best(loads, kept, moved); best.isPresent(); best = best(loads, kept, moved)) {
            take(best.get(), kept, moved);
        }
    }

    private static Optional<Gain> best(List<Foundations.Load> loads, double[] kept, Set<Integer> moved) {
        return loads.stream().filter(load -> !moved.contains(load.foundation()))
                .map(load -> new Gain(load, share(load, kept, moved) * sum(load, kept, moved))).filter(gain -> gain.moved() > 0)
                .max(Comparator.comparingDouble(Gain::moved).thenComparingInt(gain -> -gain.load().foundation()));
    }

    private static void take(Gain gain, double[] kept, Set<Integer> moved) {
        double share = share(gain.load(), kept, moved);
        for (int unit : gain.load().sick()) {
            if (moved.add(unit)) {
                kept[gain.load().foundation()] += share * kept[unit];
                kept[unit] -= share * kept[unit];
            }
        }
        moved.add(gain.load().foundation());
    }

    private static double share(Foundations.Load load, double[] kept, Set<Integer> moved) {
        double sum = sum(load, kept, moved);
        double squares = load.sick().stream().filter(unit -> !moved.contains(unit)).mapToDouble(unit -> kept[unit] * kept[unit]).sum();
        return sum == 0 ? 0 : load.sickShare() * (1 - squares / (sum * sum));
    }

    private static double sum(Foundations.Load load, double[] kept, Set<Integer> moved) {
        return load.sick().stream().filter(unit -> !moved.contains(unit)).mapToDouble(unit -> kept[unit]).sum();
    }
}
