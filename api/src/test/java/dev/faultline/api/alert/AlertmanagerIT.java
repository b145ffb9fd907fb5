package dev.faultline.api.alert;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.api.http.RunningServer;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertFilter;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Takes alerts from a real Alertmanager; skipped, with a word on it, where Debian's prometheus-alertmanager is not installed.
@Neo4jTest
class AlertmanagerIT {
    private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
    private static final Duration ARRIVAL_MAX = Duration.ofSeconds(60);

    private final AlertQueries queries;
    private final GraphConnection graph;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Process alertmanager;

    AlertmanagerIT(GraphConnection graph) {
        this.graph = graph;
        queries = new AlertQueries(graph);
    }

    @BeforeEach
    void installed() {
        assumeTrue(Files.isExecutable(PROGRAM), PROGRAM + " is missing: install Debian package prometheus-alertmanager to run this test");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (alertmanager != null) {
            alertmanager.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void firingAndResolvedArriveThroughItsOwnWebhook(@TempDir Path directory) throws Exception {
        try (var store = AlertStore.open(graph, AlertRules.defaults());
                var server = RunningServer
                        .of(WebhookBodies.routes(store, graph, new SimpleMeterRegistry()))) {
            int port = start(directory, server.port());
            Instant startsAt = Instant.now().minusSeconds(30);

            post(port, startsAt, Instant.now().plusSeconds(600));
            Alert firing = await(alert -> alert.state() == AlertState.FIRING);
            post(port, startsAt, Instant.now());
            Alert resolved = await(alert -> alert.state() == AlertState.RESOLVED);

            assertThat(firing.labels()).containsEntry("alertname", "HighLatency").containsEntry("service", "quotes");
            assertThat(firing.startsAt().toEpochMilli()).isEqualTo(startsAt.toEpochMilli());
            assertThat(resolved.key()).isEqualTo(firing.key());
            assertThat(resolved.resolvedAt()).isNotNull();
        }
    }

    private int start(Path directory, int faultlinePort) throws IOException {
        int port = freePort();
        Path configuration = Files.writeString(directory.resolve("alertmanager.yml"), """
                route: {receiver: faultline, group_by: [alertname], group_wait: 100ms, group_interval: 1s, repeat_interval: 1h}
                receivers:
                  - name: faultline
                    webhook_configs:
                      - url: http://127.0.0.1:%d%s
                        send_resolved: true
                        http_config: {authorization: {type: Bearer, credentials: %s}}
                """.formatted(faultlinePort, AlertRoutes.WEBHOOK, RunningServer.TOKENS.ingest()));
        alertmanager = new ProcessBuilder(PROGRAM.toString(), "--config.file=" + configuration, "--storage.path=" + directory,
                "--web.listen-address=127.0.0.1:" + port, "--cluster.listen-address=").redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile()).start();
        return port;
    }

    private void post(int port, Instant startsAt, Instant endsAt) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        [{"labels": {"alertname": "HighLatency", "service": "quotes", "severity": "critical"},
                          "annotations": {"summary": "p99 is 2 s"}, "startsAt": "%s", "endsAt": "%s"}]""".formatted(startsAt, endsAt)))
                .build();
        Instant end = Instant.now().plus(ARRIVAL_MAX);
        while (!accepted(request)) {
            assertThat(Instant.now()).as("Alertmanager does not take alerts").isBefore(end);
            Thread.sleep(100);
        }
    }

    private boolean accepted(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Alert await(Predicate<Alert> wanted) throws InterruptedException {
        Instant end = Instant.now().plus(ARRIVAL_MAX);
        while (true) {
            var alerts = queries.page(AlertFilter.ALL, null, 10).alerts();
            if (alerts.size() == 1 && wanted.test(alerts.getFirst())) {
                return alerts.getFirst();
            }
            assertThat(Instant.now()).as("alerts so far: %s", alerts).isBefore(end);
            Thread.sleep(100);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
