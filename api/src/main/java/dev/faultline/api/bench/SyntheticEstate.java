package dev.faultline.api.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;

/// A made-up estate of any size with an incident in it: services in layers that call down, instances of them, and hosts.
///
/// The same seed gives the same estate. A tenth of the CIs are services, a tenth hosts, the others instances; services call a few of
/// the next layers, and each instance runs on a host, is of a service, and is connected at random until the relations are used up.
final class SyntheticEstate {
    private static final Instant NOW = Instant.parse("2026-01-05T01:30:00Z");
    private static final int KIND_SHARE = 10;
    private static final int SAMPLES = 30;
    private static final int ABNORMAL_SAMPLES = 3;

    private final Random random;
    private final int services;
    private final int hosts;
    private final int instances;

    SyntheticEstate(long seed, int cis) {
        this.random = new Random(seed);
        this.services = cis / KIND_SHARE;
        this.hosts = cis / KIND_SHARE;
        this.instances = cis - services - hosts;
    }

    Topology topology(int relations, int calls) {
        List<TopologyNode> nodes = new ArrayList<>();
        add(nodes, "service", "Service", services);
        add(nodes, "host", "Host", hosts);
        add(nodes, "instance", "ServiceInstance", instances);
        List<TopologyLink> links = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            links.add(new TopologyLink("INSTANCE_OF", "instance-" + i, "service-" + i % services));
            links.add(new TopologyLink("RUNS_ON", "instance-" + i, "host-" + random.nextInt(hosts)));
        }
        while (links.size() < relations) {
            links.add(new TopologyLink("CONNECTED_TO", "host-" + random.nextInt(hosts), "host-" + random.nextInt(hosts)));
        }
        List<TopologyCall> edges = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            int caller = random.nextInt(services - 1);
            edges.add(new TopologyCall("service-" + caller, "service-" + callee(caller)));
        }
        return new Topology(NOW, nodes, links, edges);
    }

    /// Callees are near below their callers, as in systems that are made of systems.
    private int callee(int caller) {
        return Math.min(services - 1, caller + 1 + random.nextInt(Math.max(1, services / KIND_SHARE)));
    }

    private static void add(List<TopologyNode> nodes, String prefix, String type, int count) {
        for (int i = 0; i < count; i++) {
            nodes.add(new TopologyNode(prefix + "-" + i, type, prefix + "-" + i));
        }
    }

    /// An incident with alerts on services, and latency and requests of each of them over the last half hour.
    Evidence incident(int alerts) {
        List<Alert> firing = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        int first = random.nextInt(services / 2);
        for (int i = 0; i < alerts; i++) {
            Subject subject = new Subject.OfCi("service-" + (first + i) % services);
            Instant start = NOW.minusSeconds(random.nextInt(120));
            firing.add(new Alert("bench:" + i, "bench", Integer.toString(i), "slow", AlertState.FIRING, Severity.WARNING, Signal.LATENCY,
                    start, null, start, 0, Map.of(), Map.of(), subject));
            series.add(series(subject, "latency.average", Signal.LATENCY, 0.05, 4));
            series.add(series(subject, "requests.sum", Signal.TRAFFIC, 100, 1));
        }
        return new Evidence(List.of(), NOW, new TimeWindow(NOW.minusSeconds(60L * ABNORMAL_SAMPLES), NOW), firing, List.of(),
                new Observations(series, List.of(), List.of()), Observations.NONE, AlertHistory.NONE);
    }

    private Series series(Subject subject, String metric, Signal signal, double level, double factor) {
        long[] times = new long[SAMPLES];
        double[] values = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            times[i] = NOW.getEpochSecond() - 60L * (SAMPLES - i);
            double noise = 1 + 0.1 * random.nextGaussian();
            values[i] = level * noise * (i >= SAMPLES - ABNORMAL_SAMPLES ? factor : 1);
        }
        return new Series(subject, metric, signal, Duration.ofMinutes(1), times, values);
    }
}
