package dev.faultline.api.outgoing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.ApiException;
import dev.faultline.api.http.Json;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentChange;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.Ranking;
import dev.faultline.graph.incident.RankingBasis;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Tells incidents to a real Alertmanager; skipped, with a word on it, where Debian's prometheus-alertmanager is not installed.
@Neo4jTest
class AlertmanagerPublisherIT {
    private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
    private static final Duration START_MAX = Duration.ofSeconds(60);

    private final Instant start = Instant.now().minusSeconds(120);
    private final GraphConnection graph;
    private final IncidentStore incidents;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Process alertmanager;

    AlertmanagerPublisherIT(GraphConnection graph) {
        this.graph = graph;
        this.incidents = new IncidentStore(graph);
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
    void anIncidentIsAnAlertThereWithItsCauseAsLongAsItIsOpen(@TempDir Path directory) throws Exception {
        URI url = start(directory);
        save(IncidentState.OPEN, null, "db");
        try (AlertmanagerPublisher publisher = new AlertmanagerPublisher(graph, url, new IncidentLink("https://faultline.example"),
                Clock.systemUTC(), new SimpleMeterRegistry())) {
            publishOnceItAnswers(publisher);
            JsonNode alert = alerts(url).get(0);
            assertThat(alert.at("/labels/alertname").asString()).isEqualTo("FaultlineIncident");
            assertThat(alert.at("/labels/incident").asString()).isEqualTo("i");
            assertThat(alert.at("/annotations/cause").asString()).isEqualTo("db");
            assertThat(alert.at("/annotations/confidence").asString()).isEqualTo("0.75");
            assertThat(alert.at("/annotations/link").asString()).isEqualTo("https://faultline.example/api/v1/incidents/i");
            assertThat(Instant.parse(alert.get("endsAt").asString()))
                    .isAfter(Instant.now().plus(AlertmanagerPublisher.EXPIRY.dividedBy(2)));

            save(IncidentState.OPEN, null, "shop");
            publisher.publish();
            assertThat(alerts(url)).as("another cause is no other alert").hasSize(1);
            assertThat(alerts(url).get(0).at("/annotations/cause").asString()).isEqualTo("shop");

            save(IncidentState.RESOLVED, Instant.now(), "shop");
            publisher.publish();
            assertThat(alerts(url)).as("resolved with the incident").isEmpty();
        }
    }

    private void save(IncidentState state, @Nullable Instant resolvedAt, String cause) {
        Incident incident = new Incident("i", "slow", state, start, Instant.now(), resolvedAt, List.of(), null);
        long version = cause.equals("db") ? 1 : 2;
        RankingVersion ranking = new RankingVersion("i", version,
                new Ranking(start, "1", false, cause + " it is",
                        List.of(new Cause(1, cause, CauseKind.LATENCY, 1, 0.75, null, List.of(), List.of(), List.of(), List.of()))),
                new RankingBasis(start, start, new TimeWindow(start, start.plusSeconds(1)), List.of(), 1, List.of(), List.of()));
        incidents.save(new IncidentChange(incident, List.of(), List.of(), ranking));
    }

    private static void publishOnceItAnswers(AlertmanagerPublisher publisher) throws InterruptedException {
        Instant end = Instant.now().plus(START_MAX);
        while (true) {
            try {
                publisher.publish();
                return;
            } catch (ApiException e) {
                assertThat(Instant.now()).as(e.getMessage()).isBefore(end);
                Thread.sleep(100);
            }
        }
    }

    private JsonNode alerts(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/v2/alerts")).build();
        return Json.MAPPER.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private URI start(Path directory) throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path configuration = Files.writeString(directory.resolve("alertmanager.yml"),
                "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        alertmanager = new ProcessBuilder(PROGRAM.toString(), "--config.file=" + configuration, "--storage.path=" + directory,
                "--web.listen-address=127.0.0.1:" + port, "--cluster.listen-address=").redirectErrorStream(true)
                .redirectOutput(directory.resolve("alertmanager.log").toFile()).start();
        return URI.create("http://127.0.0.1:" + port);
    }
}
