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
        boolean rare = scene.evidence().history().incidents() > 0;
        AlertWeights.of(scene).forEach((unit, weight) -> ratings.put(unit,
                new Rating(weight.share(), sentence(weight, rare), scene.units().get(unit).ciId())));
        return ratings;
    }

    private static String sentence(AlertWeights.Weight weight, boolean rare) {
        String fire = Counts.of(weight.alerts(), "alert") + (weight.alerts() == 1 ? " fires here" : " fire here");
        return rare
                ? String.format(Locale.ROOT, "%s, weight %.1f by how rare that is, the most telling is %s", fire, weight.total(),
                        weight.example())
                : fire + ", among them " + weight.example();
    }
}
