package dev.faultline.rca.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentOutcome;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.topology.TopologySnapshot;

/// Small incidents with known causes: half an hour of minutes, the last three of them abnormal.
final class Incidents {
    static final Instant NOW = Instant.parse("2026-01-05T01:30:00Z");
    private static final int SAMPLES = 30;
    private static final int ABNORMAL = 3;

    final List<TopologyNode> nodes = new ArrayList<>();
    final List<TopologyLink> links = new ArrayList<>();
    final List<TopologyCall> calls = new ArrayList<>();
    final List<Series> series = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<Deployment> deployments = new ArrayList<>();
    private final List<Symptom> symptoms = new ArrayList<>();

    Incidents services(String... ids) {
        Arrays.stream(ids).forEach(id -> nodes.add(new TopologyNode(id, "Service", id)));
        return this;
    }

    Incidents instance(String id, String service, String host) {
        nodes.add(new TopologyNode(id, "ServiceInstance", id));
        links.add(new TopologyLink("INSTANCE_OF", id, service));
        links.add(new TopologyLink("RUNS_ON", id, host));
        return this;
    }

    Incidents host(String id) {
        nodes.add(new TopologyNode(id, "Host", id));
        return this;
    }

    Incidents linked(String type, String from, String fromType, String to, String toType) {
        for (TopologyNode node : List.of(new TopologyNode(from, fromType, from), new TopologyNode(to, toType, to))) {
            if (!nodes.contains(node)) {
                nodes.add(node);
            }
        }
        links.add(new TopologyLink(type, from, to));
        return this;
    }

    Incidents calls(String caller, String callee) {
        calls.add(new TopologyCall(caller, callee));
        return this;
    }

    Incidents suffers(String ci, Signal signal) {
        symptoms.add(new Symptom(new Subject.OfCi(ci), signal, NOW));
        return this;
    }

    /// A series that is at one value in normal time, give or take 2 %, and at another in the end; NaN for silence.
    Incidents metric(String ci, String metric, double normal, double abnormal) {
        return metric(ci, metric, i -> i >= SAMPLES - ABNORMAL ? abnormal : normal * (1 + 0.02 * (i % 3 - 1)));
    }

    /// A series of thirty minutes; NaN for silence.
    Incidents metric(String ci, String metric, IntToDoubleFunction valueOfMinute) {
        int[] minutes = IntStream.range(0, SAMPLES).filter(minute -> !Double.isNaN(valueOfMinute.applyAsDouble(minute))).toArray();
        series.add(new Series(new Subject.OfCi(ci), metric, MetricMeaning.of(metric).signal(), Duration.ofMinutes(1),
                IntStream.of(minutes).mapToLong(minute -> NOW.getEpochSecond() - 60L * (SAMPLES - minute)).toArray(),
                IntStream.of(minutes).mapToDouble(valueOfMinute).toArray()));
        return this;
    }

    Incidents latency(String ci, double normal, double abnormal) {
        return metric(ci, "latency.average", normal, abnormal).metric(ci, "requests.sum", 100, 100);
    }

    Incidents alert(String fingerprint, String ci) {
        alerts.add(new Alert(fingerprint + "@" + ci, "test", fingerprint, fingerprint, AlertState.FIRING, Severity.WARNING,
                Signal.UNKNOWN, NOW, null, NOW, 0, Map.of(), Map.of(), new Subject.OfCi(ci)));
        return this;
    }

    Incidents deployed(String service, int minutesAgo, String... instances) {
        deployments.add(new Deployment("release-" + service, service, "1", "2", List.of(instances), List.of(),
                NOW.minusSeconds(60L * minutesAgo), null, "test", DeploymentOutcome.RUNNING, List.of()));
        return this;
    }

    Topology topology() {
        return new Topology(NOW, nodes, links, calls);
    }

    Evidence evidence(AlertHistory history) {
        return new Evidence(symptoms, NOW, new TimeWindow(NOW.minusSeconds(60L * ABNORMAL), NOW), alerts, deployments,
                new Observations(series, List.of(), List.of()), Observations.NONE, history);
    }

    Ranking rank(CandidateLevel level) {
        return rank(level, AlertHistory.NONE);
    }

    Ranking rank(CandidateLevel level, AlertHistory history) {
        return RankingEngine.withDefaults().rank(TopologySnapshot.of(topology(), RulesReader.defaults().foundations()), evidence(history),
                level, NOW);
    }
}
