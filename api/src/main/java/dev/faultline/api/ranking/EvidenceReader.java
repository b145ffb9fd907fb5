package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentPlace;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.rca.evidence.CalmSeries;
import dev.faultline.rca.evidence.SameMinutes;
import dev.faultline.rca.incident.Onset;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.topology.TopologySnapshot;

/// Reads the evidence around what is suffered from all sources, within limits.
final class EvidenceReader {
    private final EvidenceSources sources;
    private final EvidenceLimits limits;
    private final Rules.Limits walk;
    private final CallEvidence calls;

    /// So much of an earlier day is looked at before and after the same moment, however young the incident is: a session does not begin
    /// in the same second every day, and fewer minutes tell little of what is normal.
    private static final Duration SAME_MINUTES_AROUND = Duration.ofMinutes(2);

    /// A topology that is younger than the moment by more than this may have what was not there then, and lack what was.
    private static final Duration TOPOLOGY_LATER_MAX = Duration.ofMinutes(5);

    EvidenceReader(EvidenceSources sources, EvidenceLimits limits, Rules rules) {
        this.sources = sources;
        this.limits = limits;
        this.walk = new Rules.Limits(limits.hops(), limits.cis(), limits.fanOut(), rules.limits().causesMax());
        this.calls = new CallEvidence(sources.calls(), limits);
    }

    /// What was read, and what a ranking of it rests on.
    record Reading(Evidence evidence, RankingBasis basis) {}

    /// Reads what is known at an instant; nothing later is looked at.
    Reading read(TopologySnapshot snapshot, List<Symptom> symptoms, List<Alert> alerts, Instant at) {
        Instant onset = Onset.of(symptoms, alerts).filter(at::isAfter).orElse(at);
        Instant end = earlier(at, onset.plus(limits.fault()));
        TimeWindow window = new TimeWindow(onset.minus(limits.lead()), end.plusMillis(1));
        List<String> cutShort = new ArrayList<>();
        if (snapshot.asOf().isAfter(at.plus(TOPOLOGY_LATER_MAX))) {
            cutShort.add("topology-later");
        }
        Set<String> around = Surroundings.of(snapshot, symptoms, alerts, walk);
        List<TimeWindow> disturbed = disturbed(around, window.from().minus(limits.normal()), window.from());
        List<CallEdge> edges = calls.edges(around, cutShort);
        Observations observed = new Observations(series(around, edges, window, at, disturbed, cutShort), List.of(), List.of(),
                logs(around, window, disturbed, cutShort));
        Observations reference = new Observations(sameMinutes(around, edges, window, observed.series()), List.of(), List.of());
        List<Deployment> deployments = deployments(around, onset.minus(limits.deployments()), end, snapshot);
        AlertHistory history = sources.past().history(alerts, onset.minus(limits.history()), window.from());
        Evidence evidence = new Evidence(symptoms, end, window, alerts, deployments, observed, reference, history);
        RankingBasis basis = new RankingBasis(snapshot.asOf(), end, window, symptoms, alerts.size(),
                deployments.stream().map(Deployment::id).distinct().toList(), cutShort);
        return new Reading(evidence, basis);
    }

    private List<Series> series(Set<String> around, List<CallEdge> edges, TimeWindow window, Instant at, List<TimeWindow> disturbed,
            List<String> cutShort) {
        Instant from = window.from().minus(limits.normal());
        List<Series> series = new ArrayList<>(calls.series(edges, new TimeWindow(from, window.to()), at));
        series.addAll(new MetricEvidence(sources.metrics()).series(around, from, window.to(), series, cutShort::add));
        return CalmSeries.of(series, disturbed, window.from().getEpochSecond());
    }

    /// What the calls were like in the same minutes of earlier days on which nothing disturbed them.
    private List<Series> sameMinutes(Set<String> around, List<CallEdge> edges, TimeWindow window, List<Series> observed) {
        if (edges.isEmpty()) {
            return List.of();
        }
        Instant start = window.from().minus(SAME_MINUTES_AROUND);
        Instant end = later(window.to(), window.from().plus(SAME_MINUTES_AROUND));
        List<List<Series>> days = new ArrayList<>();
        for (Duration before : limits.sameMinutes()) {
            TimeWindow then = new TimeWindow(start.minus(before), end.minus(before));
            boolean calm = disturbed(around, then.from(), then.to()).stream()
                    .noneMatch(time -> time.to().isAfter(then.from()) && time.from().isBefore(then.to()));
            days.add(calm ? calls.series(edges, then, window.to()) : List.of());
        }
        return SameMinutes.of(observed, days);
    }

    /// When earlier incidents disturbed what is around, and the time before each in which its fault may have begun.
    private List<TimeWindow> disturbed(Set<String> around, Instant from, Instant to) {
        return sources.past().disturbedTimes(around, from.minus(limits.normal()), to).stream()
                .map(time -> new TimeWindow(time.from().minus(limits.lead()), time.to())).toList();
    }

    private List<LogSeries> logs(Set<String> around, TimeWindow window, List<TimeWindow> disturbed, List<String> cutShort) {
        List<LogSeries> logs = sources.logs().of(around, window.from().minus(limits.normal()), window, cutShort::add);
        List<Series> calm = CalmSeries.of(logs.stream().map(LogSeries::lines).toList(), disturbed, window.from().getEpochSecond());
        return IntStream.range(0, logs.size()).mapToObj(i -> logs.get(i).with(calm.get(i))).toList();
    }

    private List<Deployment> deployments(Set<String> around, Instant from, Instant to, TopologySnapshot snapshot) {
        List<Deployment> deployments = new ArrayList<>();
        for (PlacedDeployment placed : sources.deployments().of(around, from, to)) {
            String serviceId = placed.changes().stream().filter(change -> change.place() == DeploymentPlace.SERVICE)
                    .map(PlacedDeployment.Change::ciId).findFirst().orElse(placed.deployment().service());
            deployments.add(DeploymentCis.named(placed, serviceId, snapshot));
        }
        deployments.addAll(MaintenanceWork.of(sources.deployments().maintenance(around, from, to), around, snapshot, to));
        return deployments;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
