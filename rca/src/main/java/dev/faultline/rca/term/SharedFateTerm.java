package dev.faultline.rca.term;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.rca.scene.Scene;

/// Whether one host carries much of what is anomalous and little of what is healthy: one common cause beats many causes.
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
            List<Integer> guests = scene.graph().guests().get(host);
            long sick = guests.stream().filter(scene::isAnomalous).count();
            if (sick >= SHARING_MIN) {
                double cover = (double) sick / anomalous;
                double healthy = (double) (guests.size() - sick) / Math.max(1, hosted.size() - anomalous);
                ratings.put(host, new Rating(Math.max(0, cover - healthy), String.format(Locale.ROOT,
                        "%d of %d anomalous components run here, and %d healthy ones", sick, anomalous, guests.size() - sick),
                        scene.units().get(host).ciId()));
            }
        }
        return ratings;
    }
}
