package dev.faultline.api.metric;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.Parts;
import dev.faultline.api.alert.AlertRoutes;
import dev.faultline.api.demo.broker.BrokerPlan;
import dev.faultline.api.demo.fault.FaultInjector;
import dev.faultline.api.demo.fault.FaultKind;
import dev.faultline.api.demo.fault.Injection;
import dev.faultline.api.demo.fleet.Fleet;
import dev.faultline.api.demo.fleet.Surroundings;
import dev.faultline.api.http.Json;
import dev.faultline.api.openapi.RunningFaultline;
import dev.faultline.graph.binding.CiLookup;
import dev.faultline.graph.binding.SubjectFinder;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeFilter;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A broker that sends no spans at all, watched by Prometheus alone: exporter, store, alert, incident, and a cause found by its metrics.
@Neo4jTest
class PrometheusChainIT {
    private static final String DEAD_COLLECTOR = "http://127.0.0.1:9";
    private static final Duration NORMAL_MAX = Duration.ofSeconds(90);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(45);
    private static final long POLL_MILLIS = 200;
    /// What the users of the broker feel: how long an order takes.
    private static final String ORDER_MILLIS = "sum by (service) (rate(http_server_duration_ms_sum{service=\"trading\"}[5s]))"
            + " / sum by (service) (rate(http_server_duration_ms_count{service=\"trading\"}[5s]))";
    private static final String ALERTS = """
            groups:
              - name: broker
                rules: [{alert: OrdersSlow, expr: '%s > 400', labels: {severity: critical}, annotations: {summary: orders take long}}]
            """.formatted(ORDER_MILLIS);
    private static final String METRIC_RULES = """
            sources:
              - name: calls of the broker
                discover: group by (service, peer) (http_client_duration_ms_count)
                keys: [service, peer]
                calls: {caller: service, callee: peer}
                bindings: [{caller: {label: service, type: Service}, callee: {label: peer, type: Service}}]
                metrics:
                  - {metric: calls.rate, signal: TRAFFIC, query: '$step * sum by ($by) (rate(http_client_duration_ms_count{$keys}[$range]))'}
                  - metric: errors.rate
                    signal: ERRORS
                    unit: RATIO
                    query: >-
                      sum by ($by) (rate(http_client_duration_ms_errors_total{$keys}[$range]))
                      / sum by ($by) (rate(http_client_duration_ms_count{$keys}[$range]))
                  - metric: latency.mean
                    signal: LATENCY
                    query: >-
                      sum by ($by) (rate(http_client_duration_ms_sum{$keys}[$range]))
                      / sum by ($by) (rate(http_client_duration_ms_count{$keys}[$range]))
            """;

    private final GraphConnection graph;
    private final Neo4jEndpoint endpoint;

    PrometheusChainIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.graph = graph;
        this.endpoint = endpoint;
    }

    @BeforeEach
    void installed() {
        assumeTrue(MonitoringPrograms.missing().isEmpty(),
                "not installed: " + MonitoringPrograms.missing() + "; install the Debian packages of these names to run this test");
    }

    @Test
    void aSlowServiceIsFoundByTheMetricsOfTheStore(@TempDir Path folder) throws Exception {
        BrokerPlan plan = BrokerPlan.load();
        String host = InetAddress.getLocalHost().getHostName();
        try (Parts parts = new Parts()) {
            Fleet fleet = parts.add(Fleet.start(plan, new Surroundings(host, URI.create(DEAD_COLLECTOR), "none", folder)));
            MonitoringPrograms monitoring = parts.add(new MonitoringPrograms(folder));
            RunningFaultline faultline = parts.add(RunningFaultline.start(endpoint, folder.resolve("data"), settings(monitoring, folder)));
            monitoring.start(fleet.instances().stream().map(instance -> instance.address().getAuthority()).toList(), ALERTS,
                    URI.create("http://127.0.0.1:" + faultline.faultline().port() + AlertRoutes.WEBHOOK),
                    faultline.faultline().tokens().ingest());
            fleet.sayToService("terminals", "trade");
            await(() -> "fifteen seconds of normal trading", NORMAL_MAX,
                    () -> monitoring.holds("count_over_time((" + ORDER_MILLIS + " < 400)[15s:1s]) >= 15"));

            Injection fault = new FaultInjector(plan, fleet, rollout -> {}, host, folder, Clock.systemUTC()).inject(FaultKind.SLOW, null);

            await(() -> fault.target() + " first in " + incidents(faultline).toPrettyString(), ANSWER_MAX,
                    () -> topCause(faultline).path("ciId").asString("").equals(service(fault.target())));
            assertFoundByMetrics(faultline);
        }
    }

    private Map<String, String> settings(MonitoringPrograms monitoring, Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("metric-rules.yaml"), METRIC_RULES);
        return Map.of("prometheus.url", monitoring.prometheus().toString(), "prometheus.rules", rules.toString(), "prometheus.step", "1s",
                "prometheus.range", "5s", "prometheus.discovery", "1s", "prometheus.wait", "2s", "ranking.lead", "5s");
    }

    private void assertFoundByMetrics(RunningFaultline faultline) {
        JsonNode top = topCause(faultline);
        assertThat(top.path("terms").values()).as(top::toPrettyString).anySatisfy(term -> {
            assertThat(term.path("name").asString()).isEqualTo("deviation");
            assertThat(term.path("evidence").asString()).startsWith("mean latency");
        });
        assertThat(faultline.send("GET", "/metrics", faultline.faultline().tokens().metrics(), null, null).body())
                .contains("faultline_metric_store_targets{bound=\"true\",source=\"node exporter\"} 1.0");
        assertThat(latestRanking(faultline).path("limits").isEmpty()).as("the store gave all that it was asked for").isTrue();
        List<CallEdge> edges = new CallEdgeStore(graph).page(CallEdgeFilter.ALL, "", CallEdgeStore.PAGE_MAX);
        assertThat(edges).as("nothing but the store told of calls").isNotEmpty().extracting(CallEdge::endpoint)
                .containsOnly("(all endpoints)");
        assertThat(new CallEdgeStore(graph).windows(edges.stream().map(CallEdge::id).toList(), 0, Long.MAX_VALUE)).isEmpty();
    }

    private static JsonNode incidents(RunningFaultline faultline) {
        return Json.MAPPER.readTree(faultline.send("GET", "/api/v1/incidents?limit=5", faultline.faultline().tokens().admin(), null, null)
                .body());
    }

    private static JsonNode latestRanking(RunningFaultline faultline) {
        return incidents(faultline).path("incidents").path(0).path("ranking");
    }

    private static JsonNode topCause(RunningFaultline faultline) {
        JsonNode ranking = latestRanking(faultline);
        return ranking.path("unknown").asBoolean(true) ? Json.MAPPER.createObjectNode() : ranking.path("causes").path(0);
    }

    private String service(String name) {
        List<SubjectLookup> lookups = List.of(new SubjectLookup.OfCi(CiLookup.byName("Service", name)));
        return graph.read(work -> new SubjectFinder(work).find(List.of(lookups))).values().iterator().next().ciIds().getFirst();
    }

    private static void await(Supplier<String> what, Duration timeout, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(timeout);
        while (!condition.call()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(POLL_MILLIS);
        }
    }
}
