package dev.faultline.rca.term;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.statistics.Tests;
import dev.faultline.rca.trace.PathBreaks;

/// The share of the requests that leave their normal path, told by their log lines, which leave it at a candidate first; where lines
/// are only counted, what is logged at a candidate more often than before.
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
        Observations observed = scene.evidence().observed();
        Observations reference = scene.evidence().reference();
        if (observed.logs().isEmpty() || reference.logs().isEmpty()) {
            return LogBursts.rate(scene);
        }
        PathBreaks.of(scene, observed, reference).forEach((unit, breaks) -> {
            double value = breaks.share() * Tests.saturate(breaks.z() - SIGNIFICANT_Z, HALF_BEYOND);
            if (value > 0) {
                ratings.put(unit, new Rating(value, String.format(Locale.ROOT,
                        "%d traces break here first, %.1f expected, %.0f %% of all that break: they %s", breaks.traces(), breaks.expected(),
                        breaks.share() * 100, breaks.place()), scene.units().get(unit).ciId()));
            }
        });
        return ratings;
    }
}
