package dev.faultline.api.alert;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.api.http.RunningServer;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.graph.alert.AlertFilter;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class AlertRoutesIT {
    private final GraphConnection graph;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private AlertStore store;
    private RunningServer server;

    AlertRoutesIT(GraphConnection graph) {
        this.graph = graph;
    }

    @BeforeEach
    void start() {
        store = AlertStore.open(graph, AlertRules.defaults());
        server = RunningServer.of(WebhookBodies.routes(store, graph, meters));
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    @Test
    void whatTheWebhookTakesCanBeReadAtOnce() {
        HttpResponse<String> answer = server.post(AlertRoutes.WEBHOOK, WebhookBodies.firing(List.of("a", "b")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"accepted\":2,\"ignored\":0,\"refused\":0,\"refusals\":[]}");
        assertThat(server.get("/api/v1/alerts?state=firing&limit=1").body()).contains("\"fingerprint\"", "\"next\":\"");
        assertThat(server.get("/api/v1/alerts/alertmanager:a").body()).contains("HighLatency", "\"episodes\":[{\"startsAt\"");
        assertThat(server.get("/api/v1/alerts?asOf=" + Instant.now()).body()).contains("alertmanager:a", "alertmanager:b");
    }

    @Test
    void aResolveIsShownAsOfItsTime() {
        Instant startsAt = Instant.now().minusSeconds(600);
        server.post(AlertRoutes.WEBHOOK, WebhookBodies.resolved("a", startsAt, startsAt.plusSeconds(60)));

        assertThat(server.get("/api/v1/alerts?asOf=" + startsAt.plusSeconds(30)).body()).contains("alertmanager:a", "FIRING");
        assertThat(server.get("/api/v1/alerts?asOf=" + Instant.now()).body()).contains("\"alerts\":[]");
    }

    @Test
    void theIngestTokenOpensTheWebhookAndNotThePages() {
        HttpRequest.Builder post = server.bare(AlertRoutes.WEBHOOK).header("Authorization", "Bearer " + RunningServer.TOKENS.ingest())
                .POST(HttpRequest.BodyPublishers.ofString(WebhookBodies.firing(List.of("a"))));

        assertThat(server.send(post).statusCode()).isEqualTo(200);
        assertThat(server.send(server.bare(AlertRoutes.WEBHOOK).POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.bare("/api/v1/alerts").header("Authorization", "Bearer " + RunningServer.TOKENS.ingest()).GET())
                .statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"nonsense | body is no JSON",
            "{\"alerts\": [{\"status\": \"firing\"}]} | alerts[0].labels is missing",
            "{\"alerts\": [{\"status\": \"firing\", \"labels\": {\"a\": \"b\"}, \"startsAt\": \"1602-01-01T00:00:00Z\"}]} | alerts[0].startsAt",
            "[] | body is a list of 0, expected one JSON object"})
    void nonsenseIsRefusedWithASentenceAndChangesNothing(String body, String sentence) {
        HttpResponse<String> answer = server.post(AlertRoutes.WEBHOOK, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(sentence);
        assertThat(new AlertQueries(graph).page(AlertFilter.ALL, null, 10).alerts()).isEmpty();
    }

    @Test
    void theGoodAlertsOfAMessageAreStoredAndTheOddOneIsNamed() {
        String body = WebhookBodies.firing(List.of("a", "odd", "b")).replace("\"fingerprint\": \"odd\"", "\"fingerprint\": 7");
        HttpResponse<String> answer = server.post(AlertRoutes.WEBHOOK, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"accepted\":2,\"ignored\":0,\"refused\":1,\"refusals\":[\"alerts[1].fingerprint is 7, expected");
        assertThat(new AlertQueries(graph).page(AlertFilter.ALL, null, 10).alerts()).hasSize(2);
        assertThat(meters.counter("faultline.alert.refused", "source", "alertmanager").count()).isEqualTo(1);
    }

    @Test
    void anAlertOfWhichNothingIsHeardIsResolvedWithAReason() {
        server.post(AlertRoutes.WEBHOOK, WebhookBodies.firing(List.of("lost")));
        assertThat(expireAt(Duration.ofHours(23))).isZero();
        assertThat(expireAt(Duration.ofHours(25))).isEqualTo(1);
        assertThat(expireAt(Duration.ofHours(26))).isZero();

        assertThat(server.get("/api/v1/alerts/alertmanager:lost").body()).contains("RESOLVED",
                "nothing was heard of it for 24 h (alerts.expire-after)", "HighLatency");
    }

    private int expireAt(Duration later) {
        try (AlertExpiry expiry = new AlertExpiry(store, new AlertQueries(graph),
                new AlertExpiry.Times(Duration.ofHours(24), Map.of("brief", Duration.ofMinutes(15))),
                Clock.offset(Clock.systemUTC(), later), meters)) {
            return expiry.expire(true);
        }
    }

    @Test
    void aLabelOfAMillionCharactersIsCutAndTheRestOfTheBodyStored() {
        String body = WebhookBodies.firing(List.of("a", "b")).replaceFirst("quotes", "x".repeat(1_000_000));

        assertThat(server.post(AlertRoutes.WEBHOOK, body).statusCode()).isEqualTo(200);
        assertThat(server.get("/api/v1/alerts/alertmanager:a").body()).contains("... (cut, 1000000 characters)").hasSizeLessThan(4_000);
    }

    @Test
    void aBodyOfAHundredMegabytesIsRefused() {
        HttpRequest.Builder post = server.admin(AlertRoutes.WEBHOOK).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[100_000_000]));

        assertThat(statusOrClosed(post)).isIn(413, -1);
        assertThat(server.post(AlertRoutes.WEBHOOK, WebhookBodies.firing(List.of("a"))).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"stat=firing | parameter 'stat' is unknown", "state=burning | expected one of FIRING, RESOLVED",
            "limit=0 | limit is '0', expected a whole number from 1 to 1000", "from=yesterday | from is 'yesterday', expected a time",
            "after=%2B%2B | cursor", "unbound=maybe | expected true or false"})
    void wrongFiltersAreNamed(String query, String sentence) {
        HttpResponse<String> answer = server.get("/api/v1/alerts?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void anUnknownAlertIsNotFound() {
        assertThat(server.get("/api/v1/alerts/alertmanager:none").statusCode()).isEqualTo(404);
    }

    /// A server that refuses early may close before the client has sent all.
    private int statusOrClosed(HttpRequest.Builder request) {
        try {
            return server.send(request).statusCode();
        } catch (AssertionError e) {
            return -1;
        }
    }
}
