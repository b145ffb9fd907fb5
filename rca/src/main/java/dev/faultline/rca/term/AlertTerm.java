package dev.faultline.rca.term;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.rca.scene.Scene;

/// How much the alerts on a candidate tell, beside those on the others.
final class AlertTerm implements TermSource {
    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        AlertWeights.of(scene).forEach((unit, weight) -> ratings.put(unit, new Rating(weight.share(),
                String.format(Locale.ROOT, "%d alerts fire here and weigh %.1f by how rare they are, the most telling is %s",
                        weight.alerts(),
                        weight.total(), weight.example()),
                scene.units().get(unit).ciId())));
        return ratings;
    }
}
