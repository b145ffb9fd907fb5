package dev.faultline.graph.incident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.symptom.Symptom;

/// What a ranking was computed from: together with the graph's own history it is enough to compute the ranking again.
///
/// @param topologyAsOf the instant of the topology snapshot
/// @param detectedAt nothing that was looked at is later
/// @param window the time in which the fault was taken to show
/// @param symptoms where the ranking started from
/// @param alertCount how many of the incident's alerts there were then
/// @param deploymentIds the changes that were in reach
/// @param limits what cut the evidence short, by name: limits, and sources that did not answer; empty where all of it was looked at
public record RankingBasis(Instant topologyAsOf, Instant detectedAt, TimeWindow window, List<Symptom> symptoms, int alertCount,
        List<String> deploymentIds, List<String> limits) {
    public RankingBasis {
        symptoms = List.copyOf(symptoms);
        deploymentIds = List.copyOf(deploymentIds);
        limits = List.copyOf(limits);
    }

    /// The same with one more limit.
    public RankingBasis cutShortBy(String limit) {
        return new RankingBasis(topologyAsOf, detectedAt, window, symptoms, alertCount, deploymentIds,
                Stream.concat(limits.stream(), Stream.of(limit)).toList());
    }
}
