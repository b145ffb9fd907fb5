package dev.faultline.rca.term;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SignalView;
import dev.faultline.rca.statistics.Tests;

/// How far the symptom's own signal strays from normal at a candidate: the robust z, saturated.
final class DeviationTerm implements TermSource {
    @Override
    public String name() {
        return "deviation";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        for (int unit : scene.numbers()) {
            for (Signal signal : scene.spreadingSignals()) {
                strongest(scene, unit, signal).filter(view -> view.z() > 0)
                        .ifPresent(view -> ratings.merge(unit, rating(scene, view), (a, b) -> b.value() > a.value() ? b : a));
            }
        }
        return ratings;
    }

    private static Optional<SignalView> strongest(Scene scene, int unit, Signal signal) {
        return scene.preferred(unit, signal).stream().max(Comparator.comparingDouble(SignalView::z));
    }

    private static Rating rating(Scene scene, SignalView view) {
        return new Rating(Tests.saturate(view.z(), scene.rules().halfZ()), LevelText.of(view), view.series().subject().owner());
    }
}
