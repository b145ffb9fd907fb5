package dev.faultline.rca.term;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.rca.scene.Scene;

/// Whether one host carries much of what is anomalous and little of what is healthy: one common cause beats many causes.
///
/// The share of all that is anomalous that runs there, times the share of what is observed there that is anomalous.
final class SharedFateTerm implements TermSource {
    private static final int SHARING_MIN = 2;

    @Override
    public String name() {
        return "sharedFate";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        List<Integer> hosted = scene.numbers().stream().filter(unit -> !scene.graph().hosts().get(unit).isEmpty()).toList();
        long anomalous = hosted.stream().filter(scene::isAnomalous).count();
        for (int host : scene.numbers()) {
            List<Integer> observed = scene.graph().guests().get(host).stream().filter(guest -> isObserved(scene, guest)).toList();
            long sick = observed.stream().filter(scene::isAnomalous).count();
            if (sick >= SHARING_MIN) {
                double cover = (double) sick / anomalous;
                ratings.put(host, new Rating(cover * sick / observed.size(), String.format(Locale.ROOT,
                        "%d of %d anomalous components run here, and %d healthy ones", sick, anomalous, observed.size() - sick),
                        scene.units().get(host).ciId()));
            }
        }
        return ratings;
    }

    private static boolean isObserved(Scene scene, int unit) {
        return scene.spreadingSignals().stream().anyMatch(signal -> scene.isObserved(unit, signal));
    }
}
