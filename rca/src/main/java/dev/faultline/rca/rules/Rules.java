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

    /// Bounds of one ranking.
    ///
    /// @param hopsMax how far from a symptom candidates are looked for
    /// @param candidatesMax how many CIs are looked at, nearest first
    /// @param degreeMax edges of one CI that are followed, as some are connected to everything
    /// @param causesMax causes that a ranking names
    public record Limits(int hopsMax, int candidatesMax, int degreeMax, int causesMax) {
        public Limits {
            if (hopsMax < 1 || candidatesMax < 1 || degreeMax < 1 || causesMax < 1) {
                throw new IllegalArgumentException("limits " + hopsMax + ", " + candidatesMax + ", " + degreeMax + ", " + causesMax
                        + " of the ranking rules, expected all to be positive");
            }
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
        propagation = Map.copyOf(propagation);
        foundations = List.copyOf(foundations);
        weights = Map.copyOf(weights);
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
