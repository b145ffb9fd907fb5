package dev.faultline.rca.term;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.rca.scene.Foundations;
import dev.faultline.rca.scene.Scene;

/// Whether one host, rack, switch or storage carries much of what is anomalous and little of what is healthy: one common cause beats
/// many causes.
///
/// The share of all that is anomalous that stands there, directly or on what stands there, times the share of what is observed there
/// that is anomalous. Of two that carry the same, the nearer one is blamed.
final class SharedFateTerm implements TermSource {
    @Override
    public String name() {
        return "sharedFate";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        long anomalous = scene.numbers().stream()
                .filter(unit -> !scene.graph().foundations().get(unit).isEmpty() && scene.isAnomalous(unit)).count();
        Foundations.loads(scene).stream().filter(Foundations.Load::isShared)
                .forEach(load -> ratings.put(load.foundation(), rating(scene, load, anomalous)));
        return ratings;
    }

    private static Rating rating(Scene scene, Foundations.Load load, long anomalous) {
        double cover = (double) load.sick().size() / anomalous;
        String sentence = String.format(Locale.ROOT, "%d of %d anomalous components %s here, and %d healthy ones", load.sick().size(),
                anomalous, load.depth() == 1 ? "run" : "stand", load.healthy());
        return new Rating(cover * load.sickShare(), sentence, scene.units().get(load.foundation()).ciId());
    }
}
