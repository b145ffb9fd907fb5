package dev.faultline.api.incident;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.faultline.api.http.RunningServer;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentFilter;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.suppression.SuppressedBy;
import dev.faultline.graph.suppression.SuppressionStore;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.test.Neo4jTest;

import static dev.faultline.api.incident.SmallEstate.firing;
import static org.assertj.core.api.Assertions.assertThat;

/// Silences and maintenance windows from the request of a person to the incidents that open or do not.
@Neo4jTest
class SuppressionIT {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final Instant now = Instant.now();
    private final Instant alarm = now.minusSeconds(60);
    private final RunningParts running;
    private final SmallEstate estate;
    private final SuppressionStore store;

    SuppressionIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.running = new RunningParts(graph);
        this.estate = new SmallEstate(endpoint);
        this.store = new SuppressionStore(graph);
    }

    @BeforeEach
    void start() {
        estate.write(now, (edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
        running.start(IncidentTimes.DEFAULT);
    }

    @AfterEach
    void close() {
        running.close();
        estate.close();
    }

    @Test
    void anAlertUnderASilenceCountsFromItsEndOnThoughFaultlineWasStartedAnew() {
        String id;
        try (RunningServer server = server()) {
            id = create(server, "silences", "\"matchers\": [{\"name\": \"ci\", \"value\": \"we.\", \"isRegex\": true}]");
        }
        running.accept(firing("web", Signal.LATENCY, alarm));
        awaitSuppressed("test:web-LATENCY", id);
        running.stop();
        running.start(IncidentTimes.DEFAULT);
        running.accept(firing("shop", Signal.LATENCY, alarm));
        assertThat(incidentOf("test:shop-LATENCY").alertKeys()).containsExactly("test:shop-LATENCY");

        try (RunningServer server = server()) {
            HttpResponse<String> ended = server.post("/api/v1/silences/" + id + "/end", "{\"by\": \"bob\", \"reason\": \"enough\"}");
            assertThat(ended.body()).contains("EXPIRED", "bob", "enough");
        }

        assertThat(incidentOf("test:web-LATENCY").alertKeys()).containsExactlyInAnyOrder("test:shop-LATENCY", "test:web-LATENCY");
        assertThat(store.ofAlerts(List.of("test:web-LATENCY"), Instant.now())).isEmpty();
        assertThat(store.byIds(List.of(id)).getFirst().end()).isNotNull();
    }

    @Test
    void aMaintenanceWindowHoldsWhatIsAnInstanceOfItsServiceAndNothingElse() {
        try (RunningServer server = server()) {
            String id = create(server, "maintenance", "\"ciIds\": [\"shop\"]");
            running.accept(firing("shop-1", Signal.LATENCY, alarm), firing("web", Signal.LATENCY, alarm));

            awaitSuppressed("test:shop-1-LATENCY", id);
            assertThat(incidentOf("test:web-LATENCY").alertKeys()).containsExactly("test:web-LATENCY");
            assertThat(server.get("/api/v1/maintenance?state=active").body()).contains(id);
            assertThat(server.get("/api/v1/maintenance?state=expired").body()).isEqualTo("{\"maintenance\":[],\"next\":null}");
            assertThat(server.get("/api/v1/silences/" + id).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatNobodyKnowsCannotBeMaintained() {
        try (RunningServer server = server()) {
            HttpResponse<String> answer = server.post("/api/v1/maintenance", body("\"ciIds\": [\"shop\", \"nobody\"]"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("ciIds has 'nobody', expected the ids of CIs that the graph knows");
            assertThat(server.post("/api/v1/maintenance", body("\"ciIds\": [\"shop\"], \"deploymentId\": \"r-0\"")).statusCode())
                    .isEqualTo(422);
            assertThat(store.open(Instant.now())).isEmpty();
        }
    }

    private RunningServer server() {
        return RunningServer.of(() -> running.routes().stream().flatMap(group -> group.routes().stream()).toList());
    }

    private String create(RunningServer server, String path, String scope) {
        HttpResponse<String> answer = server.post("/api/v1/" + path, body(scope));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode created = JSON.readTree(answer.body());
        String id = created.get("id").stringValue();
        assertThat(JSON.readTree(server.get("/api/v1/" + path + "/" + id).body())).isEqualTo(created);
        return id;
    }

    private String body(String scope) {
        return "{%s, \"until\": \"%s\", \"by\": \"ann\", \"reason\": \"known\"}".formatted(scope, now.plusSeconds(3_600));
    }

    private void awaitSuppressed(String alertKey, String id) {
        Eventually.await(WAIT_MAX, () -> {
            Map<String, List<SuppressedBy>> found = store.ofAlerts(List.of(alertKey), Instant.now());
            return found.getOrDefault(alertKey, List.of()).stream().anyMatch(by -> by.id().equals(id));
        });
    }

    /// Waits for a ranked incident that has the alert.
    private Incident incidentOf(String alertKey) {
        return Eventually.get(WAIT_MAX, () -> running.store().page(IncidentFilter.ALL, null, 10).incidents().stream()
                .filter(incident -> incident.alertKeys().contains(alertKey))
                .filter(incident -> running.store().latestRankings(List.of(incident.id())).values().stream()
                        .anyMatch(ranking -> ranking.basis().alertCount() == incident.alertKeys().size()))
                .findFirst());
    }
}
