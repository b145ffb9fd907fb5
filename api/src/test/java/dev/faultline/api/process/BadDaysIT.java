package dev.faultline.api.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.api.http.Json;
import dev.faultline.graph.test.SmallDisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// What the distribution does when it is killed, when its Neo4j is killed, and when its disk is full; one life after the other on the
/// same data, because a start takes longest.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadDaysIT {
    private static final int BODIES = 20;
    private static final Duration WRITTEN_MAX = Duration.ofSeconds(60);
    private static final String ALERTS = "UNWIND $bodies AS body UNWIND range(0, %d) AS i MATCH (alert:Alert {key: 'alertmanager:' + body + '-' + i}) RETURN count(alert)"
            .formatted(Bodies.ALERTS_A_BODY - 1);
    private static final String CALLS = "MATCH (edge:CallEdge {endpoint: $endpoint}) MATCH (window:CallWindow {edgeId: edge.id}) RETURN sum(window.calls)";
    private static final String DEPLOYMENTS = "UNWIND $ids AS id MATCH (deployment:Deployment {id: id}) RETURN count(deployment)";

    /// Roomy enough for Neo4j to start on what the days before left.
    private static final int DISK_MEGABYTES = 1_500;
    private static final int LONG_TEXTS = 1;

    private Path data = Path.of("");
    private Path log = Path.of("");
    private Optional<SmallDisk> disk = Optional.empty();
    private @Nullable FaultlineProcess running;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        disk = SmallDisk.mountWherePossible(data, DISK_MEGABYTES);
        log = Files.createDirectories(Path.of("target")).resolve("bad-days.log");
        Files.deleteIfExists(log);
        running = FaultlineProcess.start(data, log);
    }

    @AfterAll
    void stop() {
        if (running != null) {
            running.close();
        }
        disk.ifPresent(SmallDisk::close);
    }

    private FaultlineProcess faultline() {
        return Objects.requireNonNull(running);
    }

    @Test
    @Order(1)
    void aStartWithoutTroubleSaysNoWarningAndNothingOfWhatLibrariesSay() throws IOException {
        assertThat(Files.readString(log)).isEmpty();
    }

    @Test
    @Order(2)
    void whatWasAcceptedSurvivesAKillWhileAlertsAndSpansPourIn() throws Exception {
        String day = "kill";
        try (Sender alerts = alerts(day, 1); Sender calls = calls(day)) {
            alerts.awaitMoreAccepted(BODIES);
            calls.awaitMoreAccepted(BODIES);
            faultline().kill();
            running = FaultlineProcess.start(data, log);
            assertAllAlerts(day, alerts);
            assertAllCalls(day, calls);
        }
    }

    @Test
    @Order(3)
    void whileNeo4jIsAwaySendersAndReadersAreToldWhenToComeAgain() throws Exception {
        String day = "away";
        try (Sender deployments = sender("/api/v1/deployments", number -> Bodies.deployment(day, number));
                Sender graphql = sender("/graphql",
                        number -> Json.bytes(Map.of("query", "{ cis(first: 5) { nodes { relations { type } } } }")));
                Sender cypher = sender("/api/v1/cypher",
                        number -> Json.bytes(Map.of("query", "MATCH (alert:Alert) RETURN count(alert.name)")))) {
            List<Sender> all = List.of(deployments, graphql, cypher);
            for (Sender sender : all) {
                sender.awaitMoreAccepted(1);
            }
            ProcessHandle.of(faultline().neo4jProcessId()).orElseThrow().destroyForcibly();
            for (Sender sender : all) {
                sender.awaitRefused();
            }
            for (Sender sender : all) {
                sender.awaitMoreAccepted(2);
            }
            List<String> ids = deployments.accepted().stream().map(number -> day + "-" + number).toList();
            assertThat(faultline().number(DEPLOYMENTS, Map.of("ids", ids))).isEqualTo(ids.size());
        }
    }

    @Test
    @Order(4)
    void whileTheDiskIsFullSendersAreToldWhenToComeAgainAndNothingAcceptedIsLost() throws Exception {
        assumeTrue(disk.isPresent(), SmallDisk.NOT_HERE);
        String day = "full";
        try (Sender alerts = alerts(day, LONG_TEXTS); Sender calls = calls(day)) {
            alerts.awaitMoreAccepted(BODIES);
            disk.orElseThrow().fill();
            alerts.awaitRefused();
            calls.awaitRefused();
            disk.orElseThrow().makeRoom();
            alerts.awaitMoreAccepted(BODIES);
            calls.awaitMoreAccepted(BODIES);
            alerts.stop();
            calls.stop();
            assertAllAlerts(day, alerts);
            assertAllCalls(day, calls);
        }
    }

    private Sender alerts(String day, int texts) {
        return sender("/api/v1/alerts/alertmanager", number -> Bodies.alerts(day, number, texts));
    }

    private Sender calls(String day) {
        return new Sender(faultline(), "/v1/traces", "application/x-protobuf", number -> Bodies.calls(day, number));
    }

    private Sender sender(String path, java.util.function.IntFunction<byte[]> bodies) {
        return new Sender(faultline(), path, "application/json", bodies);
    }

    private void assertAllAlerts(String day, Sender sender) {
        List<String> bodies = sender.accepted().stream().map(number -> day + "-" + number).toList();
        assertThat(faultline().number(ALERTS, Map.of("bodies", bodies))).isEqualTo(bodies.size() * Bodies.ALERTS_A_BODY);
    }

    /// Calls may come into the graph that were never answered for, but none twice.
    private void assertAllCalls(String day, Sender sender) throws InterruptedException {
        double accepted = sender.accepted().size() * Bodies.CALLS_A_BODY;
        long deadline = System.nanoTime() + WRITTEN_MAX.toNanos();
        double calls = 0;
        while (calls < accepted && System.nanoTime() < deadline) {
            Thread.sleep(100);
            calls = faultline().number(CALLS, Map.of("endpoint", "GET /" + day));
        }
        assertThat(calls).isBetween(accepted, (double) sender.sent() * Bodies.CALLS_A_BODY);
    }
}
