package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.topology.TopologySnapshot;

/// A shop whose calls are told second by second, and what is ranked of it.
abstract class RankedShop {
    /// Thirty-five seconds into a minute.
    static final Instant NOW = Instant.parse("2026-03-02T01:30:35Z");
    static final Instant ALARM = NOW.minusSeconds(15);
    static final long FAULT_SECONDS = 40;
    static final List<CallEdge> EDGES = List.of(edge("lb", "web"), edge("web", "shop"), edge("shop", "db"));

    static final Latency CALM = (callee, secondsAgo) -> normalMillis(callee);

    MetricSource metrics = MetricSource.NONE;
    LogSource logs = LogSource.NONE;
    AlertHistory history = AlertHistory.NONE;
    Instant topologyAsOf = NOW;
    List<Suppression> work = List.of();
    List<TimeWindow> disturbed = List.of();
    final List<SlicedMinute> windows = new ArrayList<>();

    record PlannedWork(List<Suppression> windows) implements EvidenceSources.Deployments {
        @Override
        public List<PlacedDeployment> of(Collection<String> ciIds, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<Suppression> maintenance(Collection<String> ciIds, Instant from, Instant to) {
            return windows;
        }
    }

    List<Cause> rank(Alert... alerts) {
        return ranked(alerts).ranking().causes();
    }

    Ranked ranked(Alert... alerts) {
        List<Alert> all = List.of(alerts);
        List<Symptom> symptoms = all.stream()
                .map(alert -> new Symptom(java.util.Objects.requireNonNull(alert.subject()), alert.signal(), alert.startsAt())).toList();
        EvidenceSources sources = new EvidenceSources(this::topology, new StoredCalls(windows), new PlannedWork(work),
                metrics, logs, new KnownPast(history, disturbed));
        return new EvidenceRanker(sources, EvidenceLimits.DEFAULT.withLead(Duration.ofSeconds(30)), RulesReader.defaults())
                .rank(symptoms, all, NOW);
    }

    /// Milliseconds that a call to a service took, by how long ago it began.
    interface Latency {
        double millis(String callee, long secondsAgo);
    }

    /// Calls to a service within a slice, by how long ago it began.
    interface Traffic {
        int calls(String callee, long secondsAgo);
    }

    static double normalMillis(String callee) {
        return moreMillis(callee, 40, 25, 5);
    }

    static double moreMillis(String callee, double web, double shop, double db) {
        return switch (callee) {
            case "web" -> web;
            case "shop" -> shop;
            case "db" -> db;
            default -> throw new IllegalArgumentException(callee);
        };
    }

    static Latency slower(double moreMillis, String... callees) {
        return (callee, secondsAgo) -> normalMillis(callee)
                + (secondsAgo < FAULT_SECONDS && Arrays.asList(callees).contains(callee) ? moreMillis : 0);
    }

    /// Twenty minutes of calls until now.
    void calls(Latency latency, int callsPerSlice) {
        calls(latency, (callee, secondsAgo) -> callsPerSlice);
    }

    void calls(Latency latency, Traffic callsPerSlice) {
        calls(NOW, 20, 0, latency, callsPerSlice);
    }

    void callsOfDay(int daysAgo, Latency latency, int callsPerSlice) {
        callsOfDay(daysAgo, latency, (callee, secondsAgo) -> callsPerSlice);
    }

    /// A few minutes of calls before this time of an earlier day, and after it, where what began goes on.
    void callsOfDay(int daysAgo, Latency latency, Traffic callsPerSlice) {
        calls(NOW.minus(Duration.ofDays(daysAgo)), 5, 5, latency, callsPerSlice);
    }

    void calls(Instant moment, int minutesBefore, int minutesAfter, Latency latency, Traffic callsPerSlice) {
        long last = moment.getEpochSecond() / 60;
        for (CallEdge edge : EDGES) {
            for (long minute = last - minutesBefore; minute <= last + minutesAfter; minute++) {
                windows.add(window(edge, minute, moment.getEpochSecond(), latency, callsPerSlice));
            }
        }
    }

    static SlicedMinute window(CallEdge edge, long minute, long moment, Latency latency, Traffic callsPerSlice) {
        CallSlices slices = CallSlices.empty();
        for (long second = minute * 60; second < minute * 60 + 60 && second < NOW.getEpochSecond(); second += CallSlices.SECONDS) {
            int calls = callsPerSlice.calls(edge.calleeId(), moment - second);
            if (calls > 0) {
                slices.add(second * 1_000, latency.millis(edge.calleeId(), moment - second), false, calls);
            }
        }
        return new SlicedMinute(edge.id(), minute, slices);
    }

    static Series processors(double percent) {
        long[] times = LongStream.rangeClosed(1, 300).map(ago -> NOW.getEpochSecond() - 602 + 2 * ago).toArray();
        double[] values = Arrays.stream(times)
                .mapToDouble(time -> NOW.getEpochSecond() - time < FAULT_SECONDS ? percent : 58 + time % 5).toArray();
        return new Series(new Subject.OfCi("host-1"), "cpu.percent", Signal.RESOURCE, Duration.ofSeconds(2), times, values);
    }

    static Alert ambient(int minutesAgo) {
        Instant start = NOW.minus(Duration.ofMinutes(minutesAgo));
        return new Alert("web-" + minutesAgo, "test", "web-" + minutesAgo, "DiskAlmostFull", AlertState.FIRING, Severity.WARNING,
                Signal.RESOURCE, start, null, start, 0, Map.of(), Map.of(), new Subject.OfCi("web"));
    }

    static Alert alarm(String ciId, Signal signal) {
        String fingerprint = ciId + "-" + signal;
        return new Alert("test/" + fingerprint, "test", fingerprint, "High" + signal, AlertState.FIRING, Severity.CRITICAL, signal, ALARM,
                null, ALARM, 0, Map.of(), Map.of(), new Subject.OfCi(ciId));
    }

    static CallEdge edge(String callerId, String calleeId) {
        return new CallEdge(callerId + ">" + calleeId, callerId, calleeId, null, "GET /", CallKind.HTTP);
    }

    TopologySnapshot topology() {
        List<TopologyNode> nodes = new ArrayList<>(List.of(new TopologyNode("host-1", "Host", "host-1")));
        List.of("lb", "web", "shop", "db").forEach(id -> nodes.add(new TopologyNode(id, "Service", id)));
        List<TopologyLink> links = List.of("lb", "web", "shop", "db").stream().map(id -> new TopologyLink("RUNS_ON", id, "host-1"))
                .toList();
        return TopologySnapshot.of(new Topology(topologyAsOf, nodes, links,
                EDGES.stream().map(edge -> new TopologyCall(edge.callerId(), edge.calleeId())).toList()));
    }

    record StoredCalls(List<SlicedMinute> all) implements EvidenceSources.Calls {
        @Override
        public List<CallEdge> edges(Collection<String> ciIds) {
            return EDGES.stream().filter(edge -> ciIds.contains(edge.calleeId())).toList();
        }

        @Override
        public List<SlicedMinute> minutes(Collection<String> edgeIds, long fromMinute, long toMinute) {
            return all.stream().filter(window -> edgeIds.contains(window.edgeId()))
                    .filter(window -> window.minute() >= fromMinute && window.minute() < toMinute).toList();
        }
    }

    record KnownPast(AlertHistory history, List<TimeWindow> disturbed) implements EvidenceSources.Past {
        @Override
        public AlertHistory history(Collection<Alert> alerts, Instant from, Instant to) {
            return history;
        }

        @Override
        public List<TimeWindow> disturbedTimes(Collection<String> ciIds, Instant from, Instant to) {
            return disturbed;
        }
    }
}
