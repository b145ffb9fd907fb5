package dev.faultline.rca.term;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.statistics.Tests;
import dev.faultline.rca.trace.LogRates;

/// Whether the log of a candidate changed: errors that came, and lines that its operations do not write any more.
final class LogTerm implements TermSource {
    private static final double SIGNIFICANT_Z = 2;
    private static final double HALF_BEYOND = 2;

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        if (scene.evidence().observed().logs().isEmpty() || scene.evidence().reference().logs().isEmpty()) {
            return ratings;
        }
        LogRates normal = LogRates.of(scene, scene.evidence().reference());
        LogRates.of(scene, scene.evidence().observed()).changes(normal).forEach((unit, change) -> {
            double value = Tests.saturate(change.z() - SIGNIFICANT_Z, HALF_BEYOND);
            if (value > 0) {
                ratings.put(unit,
                        new Rating(value, String.format(Locale.ROOT, "%s in %.0f %% of the spans that write it, normally %.0f %%: %s",
                                change.gone() ? "a log line is gone" : "an error is logged", change.share() * 100,
                                change.normalShare() * 100,
                                change.template()), scene.units().get(unit).ciId()));
            }
        });
        return ratings;
    }
}
