package dev.faultline.api.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RunningServer;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertFilter;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class WebhookRoutesIT {
    private static final String SECRET = "a secret of the test";
    private static final String PLAIN = "{\"alerts\": [{\"name\": \"DiskFull\", \"fingerprint\": \"f1\", \"labels\": {\"host\": \"db-1\"}}]}";

    private final AlertQueries queries;
    private final GraphConnection graph;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private AlertStore store;
    private RunningServer server;

    WebhookRoutesIT(GraphConnection graph) {
        this.graph = graph;
        queries = new AlertQueries(graph);
    }

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        store = AlertStore.open(graph, AlertRules.defaults());
        Path secret = Files.writeString(directory.resolve("secret"), SECRET + "\n");
        Path file = Files.writeString(directory.resolve("mappings.yaml"), """
                mappings:
                  - {source: signed, like: plain, signature: {secrets: [{file: %s}], timestampHeader: X-Time}}
                  - {source: keyed, like: plain, token: {header: X-Api-Key}}
                """.formatted(secret));
        AlertMappings mappings = AlertMappings.load(file);
        AlertIntake intake = new AlertIntake(store, Clock.systemUTC(), meters);
        Senders senders = Senders.of(mappings, RunningServer.TOKENS, Map.of(), Clock.systemUTC(), meters);
        List<Route> routes = new ArrayList<>(new WebhookRoutes(mappings, senders, intake).routes());
        routes.addAll(new PagerDutyRoute(mappings, senders, intake).routes());
        server = RunningServer.of(routes.toArray(Route[]::new));
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    private List<Alert> alerts() {
        return queries.page(AlertFilter.ALL, null, 10).alerts();
    }

    private HttpResponse<String> bare(String path, String body, String... headers) {
        HttpRequest.Builder request = server.bare(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void anAlertFiresIsRepeatedAndEndsInTheGraph() {
        assertThat(server.post("/api/v1/webhooks/plain", PLAIN).body())
                .isEqualTo("{\"accepted\":1,\"ignored\":0,\"refused\":0,\"refusals\":[]}");
        server.post("/api/v1/webhooks/plain", PLAIN);
        server.post("/api/v1/webhooks/plain", PLAIN);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.key()).isEqualTo("plain:f1");
            assertThat(alert.state()).isEqualTo(AlertState.FIRING);
            assertThat(alert.repeats()).isEqualTo(2);
        });
        Instant startsAt = alerts().getFirst().startsAt();

        server.post("/api/v1/webhooks/plain", PLAIN.replace("\"name\"", "\"state\": \"resolved\", \"name\""));
        server.post("/api/v1/webhooks/plain", PLAIN);
        server.post("/api/v1/webhooks/plain",
                PLAIN.replace("\"name\"", "\"state\": \"resolved\", \"at\": \"%s\", \"name\"".formatted(startsAt)));
        assertThat(alerts()).singleElement().extracting(Alert::state).isEqualTo(AlertState.FIRING);
        assertThat(queries.episodes("plain:f1")).hasSize(2).first().satisfies(episode -> {
            assertThat(episode.startsAt()).isEqualTo(startsAt);
            assertThat(episode.resolvedAt()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "zabbix | {\"event_value\": \"2\"} | event_value is \\\"2\\\", expected one of 1, 0",
            "plain | {\"alerts\": [{\"name\": \"a\"}, {}]} | alerts[1].name is missing", "plain | nonsense | body is no JSON"})
    void whatDoesNotFitItsMappingChangesNothing(String source, String body, String sentence) {
        HttpResponse<String> answer = server.post("/api/v1/webhooks/" + source, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertThat(alerts()).isEmpty();
        assertThat(meters.counter("faultline.alert.refused", "source", source).count()).isEqualTo(1);
    }

    @Test
    void anEventWithoutAStateIsNoAlert() {
        HttpResponse<String> answer = server.post("/api/v1/webhooks/cloudevents",
                "{\"specversion\": \"1.0\", \"type\": \"com.example.user.created\", \"source\": \"/crm\", \"id\": \"1\"}");

        assertThat(answer.body()).isEqualTo("{\"accepted\":0,\"ignored\":1,\"refused\":0,\"refusals\":[]}");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void nobodyLearnsWithoutATokenWhichMappingsThereAre() {
        assertThat(bare("/api/v1/webhooks/plain", PLAIN).statusCode()).isEqualTo(401);
        assertThat(bare("/api/v1/webhooks/none", PLAIN).statusCode()).isEqualTo(401);
        assertThat(bare("/api/v1/webhooks/plain/more", PLAIN).statusCode()).isEqualTo(401);
        assertThat(server.send(server.bare("/api/v1/webhooks/plain").GET()).statusCode()).isEqualTo(401);
        assertThat(server.post("/api/v1/webhooks/none", PLAIN).statusCode()).isEqualTo(404);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void aTokenComesAsThePasswordOfAUserOrInAHeaderOfItsOwn() {
        String basic = "Basic " + Base64.getEncoder().encodeToString(("zabbix:" + RunningServer.TOKENS.ingest()).getBytes(
                StandardCharsets.UTF_8));

        assertThat(bare("/api/v1/webhooks/plain", PLAIN, "Authorization", basic).statusCode()).isEqualTo(200);
        assertThat(bare("/api/v1/webhooks/plain", PLAIN, "Authorization", "Basic !").statusCode()).isEqualTo(401);
        assertThat(bare("/api/v1/webhooks/keyed", PLAIN, "X-Api-Key", RunningServer.TOKENS.ingest()).statusCode()).isEqualTo(200);
        assertThat(bare("/api/v1/webhooks/keyed", PLAIN, "X-Api-Key", "wrong").statusCode()).isEqualTo(401);
        assertThat(bare("/api/v1/webhooks/plain", PLAIN, "X-Api-Key", RunningServer.TOKENS.ingest()).statusCode()).isEqualTo(401);
    }

    @Test
    void aSignedMessageNeedsNoTokenAndPassesOnce() throws Exception {
        String time = Long.toString(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal((time + ":" + PLAIN).getBytes(StandardCharsets.UTF_8)));

        assertThat(bare("/api/v1/webhooks/signed", PLAIN, "X-Time", time, "X-Faultline-Signature", "sha256=" + signature).statusCode())
                .isEqualTo(200);
        assertThat(bare("/api/v1/webhooks/signed", PLAIN, "X-Time", time, "X-Faultline-Signature", signature).statusCode())
                .isEqualTo(409);
        assertThat(bare("/api/v1/webhooks/signed", PLAIN + " ", "X-Time", time, "X-Faultline-Signature", signature).statusCode())
                .isEqualTo(401);
        assertThat(alerts()).singleElement().extracting(Alert::repeats).isEqualTo(0L);
    }

    @Test
    void pagerDutysSendersChangeTheAddressAlone() {
        String event = "{\"routing_key\": \"%s\", \"dedup_key\": \"k1\", \"event_action\": \"%s\"%s}";
        String payload = ", \"payload\": {\"summary\": \"disk full\", \"source\": \"db-1\", \"severity\": \"critical\"}";
        String token = RunningServer.TOKENS.ingest();

        HttpResponse<String> triggered = bare("/v2/enqueue", event.formatted(token, "trigger", payload));
        assertThat(triggered.statusCode()).isEqualTo(202);
        assertThat(triggered.body()).isEqualTo("{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"k1\"}");
        assertThat(bare("/v2/enqueue", event.formatted(token, "acknowledge", "")).statusCode()).isEqualTo(202);
        assertThat(alerts()).singleElement().extracting(Alert::state).isEqualTo(AlertState.FIRING);
        assertThat(bare("/v2/enqueue", event.formatted(token, "resolve", "")).statusCode()).isEqualTo(202);
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(alert.name()).isEqualTo("disk full");
            assertThat(alert.labels() + "" + alert.annotations()).doesNotContain(token);
        });
        assertThat(bare("/v2/enqueue", event.formatted(token, "resolve", "").replace("k1", "k2")).statusCode()).isEqualTo(202);
        assertThat(queries.byKeys(List.of("pagerduty:k2"))).singleElement().extracting(Alert::name).isEqualTo("k2");
        assertThat(bare("/v2/enqueue", event.formatted("wrong", "trigger", payload)).statusCode()).isEqualTo(400);
        assertThat(bare("/v2/enqueue", event.formatted(token, "trigger", "")).body()).isEqualTo(
                "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",\"errors\":[\"payload.summary is missing, expected a text\"]}");
    }

    @Test
    void anEventOfTheBinaryModeIsRead() {
        HttpResponse<String> answer = bare("/api/v1/webhooks/cloudevents", "{\"labels\": {\"host\": \"db-1\"}}", "Authorization",
                "Bearer " + RunningServer.TOKENS.ingest(), "Content-Type", "application/json", "ce-specversion", "1.0", "ce-type",
                "com.example.down.raised", "ce-source", "/monitor", "ce-id", "1");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(alerts()).singleElement().extracting(Alert::name).isEqualTo("com.example.down");
    }

    @Test
    void theMappingsAreShownWithWhatTheirSendersNeed() {
        assertThat(server.get("/api/v1/webhooks").body()).contains("{\"source\":\"signed\",\"input\":\"http\"", "\"signed\":true");
        assertThat(server.get("/api/v1/webhooks/nagios").body()).contains("define command");
        assertThat(server.get("/api/v1/webhooks/none").statusCode()).isEqualTo(404);
    }
}
