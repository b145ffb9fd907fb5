package dev.faultline.rca.term;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.scene.CommonCause;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.statistics.Tests;

/// The part of the symptom that a candidate accounts for and that none of its callees explains.
///
/// Where traces are compared, they tell what time is spent where, and latency is left to them.
final class UnexplainedTerm implements TermSource {
    private static final double SHARE_MIN = 0.005;

    @Override
    public String name() {
        return "unexplained";
    }

    @Override
    public Map<Integer, Rating> rate(Scene scene) {
        Map<Integer, Rating> ratings = new TreeMap<>();
        for (Signal signal : scene.spreadingSignals()) {
            double significance = signal == Signal.LATENCY && SpanTerm.compares(scene) ? 0 : significance(scene, signal);
            if (significance > 0) {
                double[] shares = BlameFlow.shares(scene, signal);
                CommonCause.move(scene, signal, shares);
                add(scene, signal, significance, shares, ratings);
            }
        }
        return ratings;
    }

    private static void add(Scene scene, Signal signal, double significance, double[] shares, Map<Integer, Rating> ratings) {
        for (int unit = 0; unit < shares.length; unit++) {
            if (shares[unit] >= SHARE_MIN) {
                String sentence = String.format(Locale.ROOT, "%.0f %% of the %s of the symptom stay here, unexplained by what it calls",
                        shares[unit] * 100, signal.name().toLowerCase(Locale.ROOT));
                Rating rating = new Rating(shares[unit] * significance, sentence, scene.units().get(unit).ciId());
                ratings.merge(unit, rating, (a, b) -> b.value() > a.value() ? b : a);
            }
        }
    }

    /// How clearly the class shows at what suffers; where it is not observed there, anywhere.
    private static double significance(Scene scene, Signal signal) {
        boolean observed = scene.symptomUnits().stream().anyMatch(unit -> scene.isObserved(unit, signal));
        double z = (observed ? scene.symptomUnits() : scene.numbers()).stream().mapToDouble(unit -> scene.z(unit, signal)).max().orElse(0);
        return Tests.saturate(z, scene.rules().anomalousZ());
    }
}
