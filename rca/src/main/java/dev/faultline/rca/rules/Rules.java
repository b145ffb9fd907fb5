package dev.faultline.rca.rules;

import java.util.List;
import java.util.Map;

import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.topology.Foundation;

/// What the engine takes as given; the comments of `ranking-rules.yaml` say what each value is for.
///
/// @param version names the rules: what is read from files ends with a digest of all that they say
/// @param foundations relations in which one CI stands on another, beside `RUNS_ON`
/// @param weights weight of each term by class of the symptom; a term without a weight is left out
public record Rules(String version, int guardSeconds, int normalSamplesMin, int abnormalSteps, double anomalousZ, double halfZ,
        double passUnobserved, double passHealthy, double damping, double changeHalfLifeMinutes, double unknownBelow, Limits limits,
        Map<Signal, Origin> propagation, List<Foundation> foundations, Map<Signal, Map<String, Double>> weights) {

    private static final double SECONDS_MAX = 86_400;
    private static final double STEPS_MAX = 1_000;
    /// Below the usual stray, everything would be anomalous.
    private static final double Z_MIN = 1.1;
    private static final double Z_MAX = 1_000;
    private static final double DAMPING_MAX = 0.99;
    private static final double WEIGHT_MAX = 100;
    private static final double HOPS_MAX = 20;
    private static final double COUNT_MAX = 100_000;

    /// Bounds of one ranking.
    ///
    /// @param hopsMax how far from a symptom candidates are looked for
    /// @param candidatesMax how many CIs are looked at, nearest first
    /// @param degreeMax edges of one CI that are followed, as some are connected to everything
    /// @param causesMax causes that a ranking names
    public record Limits(int hopsMax, int candidatesMax, int degreeMax, int causesMax) {
        public Limits {
            within("limits.hopsMax", hopsMax, 1, HOPS_MAX);
            within("limits.candidatesMax", candidatesMax, 1, COUNT_MAX);
            within("limits.degreeMax", degreeMax, 1, COUNT_MAX);
            within("limits.causesMax", causesMax, 1, COUNT_MAX);
        }
    }

    /// Where trouble of a class comes from.
    public enum Origin {
        CALLEES, CALLERS, INSIDE
    }

    public Rules {
        if (version.isBlank()) {
            throw new IllegalArgumentException("version of the ranking rules is blank, expected a text");
        }
        within("guardSeconds", guardSeconds, 0, SECONDS_MAX);
        within("normalSamplesMin", normalSamplesMin, 1, STEPS_MAX);
        within("abnormalSteps", abnormalSteps, 1, STEPS_MAX);
        within("anomalousZ", anomalousZ, Z_MIN, Z_MAX);
        within("halfZ", halfZ, Z_MIN, Z_MAX);
        within("passUnobserved", passUnobserved, 0, 1);
        within("passHealthy", passHealthy, 0, 1);
        within("damping", damping, 0, DAMPING_MAX);
        within("changeHalfLifeMinutes", changeHalfLifeMinutes, 1, SECONDS_MAX);
        within("unknownBelow", unknownBelow, 0, WEIGHT_MAX);
        weights.forEach(
                (signal, terms) -> terms.forEach((term, weight) -> within("weights." + signal + "." + term, weight, 0, WEIGHT_MAX)));
        propagation = Map.copyOf(propagation);
        foundations = List.copyOf(foundations);
        weights = Map.copyOf(weights);
    }

    private static void within(String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(key + " of the ranking rules is " + plain(value) + ", expected " + plain(min) + " to "
                    + plain(max));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /// The weight of a term for a class of symptom; 0 where the rules leave it out.
    public double weight(Signal symptom, String term) {
        return weights.getOrDefault(symptom, Map.of()).getOrDefault(term, 0.0);
    }

    public Origin origin(Signal symptom) {
        return propagation.getOrDefault(symptom, Origin.CALLEES);
    }

    /// The same rules without one term, to measure what it earns.
    public Rules without(String term) {
        Map<Signal, Map<String, Double>> others = new java.util.EnumMap<>(Signal.class);
        weights.forEach((signal, terms) -> {
            Map<String, Double> kept = new java.util.TreeMap<>(terms);
            kept.remove(term);
            others.put(signal, kept);
        });
        return withWeights(version + " without " + term, others);
    }

    /// The same rules under another version.
    Rules withVersion(String other) {
        return new Rules(other, guardSeconds, normalSamplesMin, abnormalSteps, anomalousZ, halfZ, passUnobserved, passHealthy, damping,
                changeHalfLifeMinutes, unknownBelow, limits, propagation, foundations, weights);
    }

    /// The same rules with other weights.
    public Rules withWeights(String otherVersion, Map<Signal, Map<String, Double>> others) {
        return new Rules(otherVersion, guardSeconds, normalSamplesMin, abnormalSteps, anomalousZ, halfZ, passUnobserved, passHealthy,
                damping, changeHalfLifeMinutes, unknownBelow, limits, propagation, foundations, others);
    }
}
