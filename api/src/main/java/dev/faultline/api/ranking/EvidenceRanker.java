package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentPlace;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.rca.engine.RankingEngine;
import dev.faultline.rca.evidence.CallSeries;
import dev.faultline.rca.evidence.MinuteRange;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.topology.TopologySnapshot;

/// Reads the evidence around what is suffered and has the engine rank it.
public final class EvidenceRanker implements Ranker {
    private final EvidenceSources sources;
    private final EvidenceLimits limits;
    private final Rules.Limits walk;
    private final RankingEngine engine;

    EvidenceRanker(EvidenceSources sources, EvidenceLimits limits, Rules rules) {
        this.sources = sources;
        this.limits = limits;
        this.walk = new Rules.Limits(limits.hops(), limits.cis(), limits.fanOut(), rules.limits().causesMax());
        this.engine = new RankingEngine(rules);
    }

    /// Ranks over a graph by the rules that are shipped.
    ///
    /// @param topology gives the newest snapshot
    public static Ranker over(GraphConnection graph, Supplier<TopologySnapshot> topology) {
        return new EvidenceRanker(GraphEvidence.sources(graph, topology), EvidenceLimits.DEFAULT, RulesReader.defaults());
    }

    @Override
    public Ranked rank(List<Symptom> symptoms, List<Alert> alerts, Instant at) {
        TopologySnapshot snapshot = sources.topology().get();
        Instant firstSymptom = symptoms.stream().map(Symptom::at).min(Comparator.naturalOrder()).filter(at::isAfter).orElse(at);
        Instant end = earlier(at, firstSymptom.plus(limits.fault()));
        TimeWindow window = new TimeWindow(firstSymptom.minus(limits.lead()), end.plusMillis(1));
        List<String> cutShort = new ArrayList<>();
        Set<String> around = Surroundings.of(snapshot, symptoms, alerts, walk);
        Observations observed = new Observations(calls(around, minutes(window, at), cutShort), List.of(), List.of());
        List<Deployment> deployments = deployments(around, firstSymptom.minus(limits.deployments()), end, snapshot);
        Evidence evidence = new Evidence(symptoms, end, window, alerts, deployments, observed, Observations.NONE, AlertHistory.NONE);
        RankingBasis basis = new RankingBasis(snapshot.asOf(), end, window, symptoms, alerts.size(),
                deployments.stream().map(Deployment::id).toList(), cutShort);
        return new Ranked(engine.rank(snapshot, evidence, CandidateLevel.ANY, at), basis);
    }

    private MinuteRange minutes(TimeWindow window, Instant at) {
        Duration length = Duration.between(window.from(), window.to()).plus(limits.normal());
        return window.to().isBefore(at) ? MinuteRange.over(window.to(), length) : MinuteRange.until(at, length, limits.windowDelay());
    }

    private List<Series> calls(Set<String> around, MinuteRange minutes, List<String> cutShort) {
        List<CallEdge> edges = nearest(sources.calls().edges(around), around);
        if (edges.size() > limits.edges()) {
            cutShort.add("edges");
            edges = edges.subList(0, limits.edges());
        }
        List<CallWindow> windows = sources.calls().windows(edges.stream().map(CallEdge::id).toList(), minutes.from(), minutes.to());
        return CallSeries.of(edges, windows, minutes);
    }

    private static List<CallEdge> nearest(List<CallEdge> edges, Set<String> around) {
        Map<String, Integer> order = new HashMap<>();
        around.forEach(ciId -> order.put(ciId, order.size()));
        return edges.stream().sorted(Comparator.comparingInt((CallEdge edge) -> order.getOrDefault(edge.calleeId(), around.size()))
                .thenComparingInt(edge -> order.getOrDefault(edge.callerId(), around.size())).thenComparing(CallEdge::id)).toList();
    }

    private List<Deployment> deployments(Set<String> around, Instant from, Instant to, TopologySnapshot snapshot) {
        List<Deployment> deployments = new ArrayList<>();
        for (PlacedDeployment placed : sources.deployments().of(around, from, to)) {
            String serviceId = placed.changes().stream().filter(change -> change.place() == DeploymentPlace.SERVICE)
                    .map(PlacedDeployment.Change::ciId).findFirst().orElse(placed.deployment().service());
            deployments.add(DeploymentCis.named(placed.deployment(), serviceId, snapshot));
        }
        return deployments;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
