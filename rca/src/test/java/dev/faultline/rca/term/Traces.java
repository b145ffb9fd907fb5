package dev.faultline.rca.term;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.Evidence.Observations;
import dev.faultline.graph.evidence.LogLine;
import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.SpanObservation;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.graph.topology.Topology;
import dev.faultline.graph.topology.TopologyCall;
import dev.faultline.graph.topology.TopologyLink;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.rules.RulesReader;
import dev.faultline.rca.scene.CandidateLevel;
import dev.faultline.rca.scene.Scene;
import dev.faultline.rca.scene.SceneBuilder;
import dev.faultline.rca.topology.TopologySnapshot;

/// Traces, log lines and latencies of a chain of services, normal and observed, for terms with known answers.
final class Traces {
    private static final Instant NOW = Instant.parse("2026-01-05T01:30:00Z");
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int ABNORMAL_MINUTES = 3;
    private static final int NORMAL_MINUTES = 27;

    private final List<String> services;
    private final List<TopologyLink> instances = new ArrayList<>();
    private final List<Series> series = new ArrayList<>();
    private final Side normal = new Side();
    private final Side observed = new Side();

    /// What was seen on one side of the comparison.
    static final class Side {
        private final List<SpanObservation> spans = new ArrayList<>();
        private final List<LogLine> logs = new ArrayList<>();
        private final List<LogSeries> counted = new ArrayList<>();

        Side span(String trace, @Nullable String parent, String service, String id, long startMillis, long durationMillis) {
            spans.add(new SpanObservation(trace, id, parent, service, "work of " + service, startMillis * NANOS_PER_MILLI,
                    durationMillis * NANOS_PER_MILLI, false));
            return this;
        }

        Side logs(String trace, String span, String service, String... messages) {
            for (String message : messages) {
                logs.add(new LogLine(logs.size(), service, trace, span, message));
            }
            return this;
        }

        /// Lines by minute, as many in each normal one and as many in each abnormal one.
        Side counted(String ciId, LogLevel level, String template, double normalLines, double abnormalLines) {
            int all = NORMAL_MINUTES + ABNORMAL_MINUTES;
            double[] lines = new double[all];
            Arrays.fill(lines, 0, NORMAL_MINUTES, normalLines);
            Arrays.fill(lines, NORMAL_MINUTES, all, abnormalLines);
            return counted(ciId, level, template, lines);
        }

        Side counted(String ciId, LogLevel level, String template, double[] lines) {
            Series ofMinutes = new Series(new Subject.OfCi(ciId), "log lines", Signal.ERRORS, Duration.ofMinutes(1),
                    LongStream.range(0, lines.length).map(i -> NOW.getEpochSecond() - 60 * (lines.length - i)).toArray(), lines);
            counted.add(new LogSeries(level, template, ofMinutes, List.of(new LogSample(template + " 1", "abc"))));
            return this;
        }

        private Observations with(List<Series> series) {
            return new Observations(series, spans, logs, counted);
        }
    }

    /// Makes a further CI an instance of one of the services.
    Traces instance(String id, String service) {
        instances.add(new TopologyLink("INSTANCE_OF", id, service));
        return this;
    }

    /// A chain in which each service calls the next; the first suffers.
    Traces(String... services) {
        this.services = Arrays.asList(services);
    }

    Side normal() {
        return normal;
    }

    Side observed() {
        return observed;
    }

    Traces latency(String service, double normalSeconds, double abnormalSeconds) {
        int all = NORMAL_MINUTES + ABNORMAL_MINUTES;
        long[] times = new long[all];
        double[] values = new double[all];
        for (int i = 0; i < all; i++) {
            times[i] = NOW.getEpochSecond() - 60L * (all - i);
            values[i] = i < NORMAL_MINUTES ? normalSeconds : abnormalSeconds;
        }
        series.add(new Series(new Subject.OfCi(service), "latency.average", MetricMeaning.of("latency.average").signal(),
                Duration.ofMinutes(1), times, values));
        return this;
    }

    Scene scene() {
        List<TopologyNode> nodes = Stream
                .concat(services.stream().map(id -> new TopologyNode(id, "Service", id)),
                        instances.stream().map(link -> new TopologyNode(link.fromId(), "ServiceInstance", link.fromId())))
                .toList();
        List<TopologyCall> calls = new ArrayList<>();
        for (int i = 1; i < services.size(); i++) {
            calls.add(new TopologyCall(services.get(i - 1), services.get(i)));
        }
        Evidence evidence = new Evidence(List.of(new Symptom(new Subject.OfCi(services.getFirst()), Signal.LATENCY, NOW)), NOW,
                new TimeWindow(NOW.minusSeconds(60L * ABNORMAL_MINUTES), NOW), List.of(), List.of(), observed.with(series),
                normal.with(List.of()), AlertHistory.NONE);
        return SceneBuilder.build(TopologySnapshot.of(new Topology(NOW, nodes, instances, calls)), evidence, CandidateLevel.SERVICE,
                RulesReader.defaults());
    }

    static Rating rating(Map<Integer, Rating> ratings, Scene scene, String service) {
        return Objects.requireNonNull(ratings.get(unit(scene, service)), "no rating of " + service);
    }

    static int unit(Scene scene, String service) {
        return scene.unit(service).orElseThrow();
    }
}
