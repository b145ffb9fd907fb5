package dev.faultline.rca.term;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SymptomPaths;

/// How well a candidate is connected to what suffers, by the best path that trouble of this class can take.
final class ReachTerm implements TermSource {
    @Override
    public String name() {
        return "reach";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        SymptomPaths paths = SymptomPaths.of(scene);
        for (int unit : scene.numbers()) {
            double strength = paths.strength(unit);
            if (strength > 0) {
                ratings.put(unit,
                        new Rating(strength, String.format(Locale.ROOT, "%s from what suffers, %d of them without an anomaly",
                                Counts.of(paths.steps(unit), "step"), paths.quietSteps(unit)), scene.units().get(unit).ciId()));
            }
        }
        return ratings;
    }
}
