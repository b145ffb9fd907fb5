package dev.faultline.rca.term;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.trace.OwnTimes;
import dev.faultline.rca.trace.OwnTimes.Excess;

/// The time that a candidate costs traces beyond what it costs in normal traces, its callees' time left out.
final class SpanTerm implements TermSource {
    private static final double HALF_SHARE = 0.2;

    @Override
    public String name() {
        return "spans";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        if (!compares(scene)) {
            return ratings;
        }
        OwnTimes normal = OwnTimes.of(scene, scene.evidence().reference().spans());
        OwnTimes observed = OwnTimes.of(scene, scene.evidence().observed().spans());
        double half = HALF_SHARE * observed.totalMillis();
        for (Map.Entry<Integer, Excess> entry : observed.excess(normal).entrySet()) {
            Excess excess = entry.getValue();
            ratings.put(entry.getKey(), new Rating(excess.millis() / (excess.millis() + half), String.format(Locale.ROOT,
                    "spans of %s take %.0f ms longer in all than normal ones, in %d of %d", excess.operation(), excess.millis(),
                    excess.slow(), excess.spans()), scene.units().get(entry.getKey()).ciId()));
        }
        return ratings;
    }

    /// Whether there are traces of normal time to compare with.
    static boolean compares(Scene scene) {
        return !scene.evidence().observed().spans().isEmpty() && !scene.evidence().reference().spans().isEmpty();
    }
}
