package dev.faultline.api.incident;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.faultline.api.http.RunningServer;
import dev.faultline.api.review.ReviewReader;
import dev.faultline.api.review.TimelineEntry;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.test.Neo4jTest;

import static dev.faultline.api.incident.SmallEstate.firing;
import static org.assertj.core.api.Assertions.assertThat;

/// Incidents that people split and merge, over HTTP, from one start to the next.
@Neo4jTest
class HandlingIT {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final String WEB = "test:web-LATENCY";
    private static final String SHOP = "test:shop-LATENCY";

    private final Instant now = Instant.now();
    private final Instant alarm = now.minusSeconds(60);
    private final RunningParts running;
    private final SmallEstate estate;

    HandlingIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.running = new RunningParts(graph);
        this.estate = new SmallEstate(endpoint);
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
    void whatIsSplitStaysSoOverARestartAndUnderNewAlertsUntilItIsMerged() {
        running.accept(firing("web", Signal.LATENCY, alarm), firing("shop", Signal.LATENCY, alarm.plusSeconds(5)));
        Incident whole = incident(List.of(WEB, SHOP));

        String part = post(whole.id(), "split", "\"alerts\": [\"" + WEB + "\"]", 200);
        assertThat(alerts(part)).containsExactly(WEB);
        assertThat(alerts(whole.id())).containsExactly(SHOP);
        assertThat(running.store().byIds(List.of(whole.id()), whole.updatedAt())).singleElement()
                .satisfies(before -> assertThat(before.alertKeys()).containsExactlyInAnyOrder(WEB, SHOP));
        running.stop();
        running.start(IncidentTimes.DEFAULT);
        running.accept(firing("catalog", Signal.LATENCY, alarm.plusSeconds(9)));
        Eventually.await(WAIT_MAX, () -> running.store().open().stream().mapToInt(each -> each.alertKeys().size()).sum() == 3);
        assertThat(running.store().open()).hasSize(2);
        assertThat(alerts(part)).contains(WEB).doesNotContain(SHOP);

        assertThat(post(part, "merge", "\"into\": \"" + whole.id() + "\"", 200)).isEqualTo(whole.id());
        assertThat(alerts(whole.id())).hasSize(3);
        Incident taken = running.store().byId(part).orElseThrow();
        assertThat(taken.state()).isEqualTo(IncidentState.RESOLVED);
        assertThat(taken.mergedInto()).isEqualTo(whole.id());
        assertThat(sentences(whole.id())).contains("ann split alerts off as incident " + part + ": seen it",
                "ann merged incident " + part + " into this one: seen it");
        assertThat(sentences(part)).contains("ann split the incident off from " + whole.id() + ": seen it",
                "ann merged the incident into " + whole.id() + ": seen it");
    }

    @Test
    void whatCannotBeDoneIsRefusedWithASentence() {
        running.accept(firing("web", Signal.LATENCY, alarm), firing("shop", Signal.LATENCY, alarm));
        String id = incident(List.of(WEB, SHOP)).id();

        assertThat(answer(id, "split", "\"alerts\": [\"" + WEB + "\", \"" + SHOP + "\"]", 422)).contains("alerts are all 2 of incident");
        assertThat(answer(id, "split", "\"alerts\": [\"test:none\"]", 422)).contains("alerts has 'test:none', expected alerts of incident");
        assertThat(answer(id, "split", "\"alerts\": []", 400)).contains("expected the key of one alert at least");
        assertThat(answer(id, "merge", "\"into\": \"" + id + "\"", 400)).contains("expected another incident");
        assertThat(answer(id, "merge", "\"into\": \"none\"", 422)).contains("into is 'none', expected the id of an incident");
        assertThat(answer("none", "merge", "\"into\": \"" + id + "\"", 404)).contains("there is no incident 'none'");
    }

    private String post(String id, String what, String body, int status) {
        return new JsonMapper().readTree(answer(id, what, body, status)).get("id").stringValue();
    }

    private String answer(String id, String what, String body, int status) {
        try (RunningServer server = RunningServer.of(() -> running.routes().stream().flatMap(group -> group.routes().stream()).toList())) {
            HttpResponse<String> answer = server.post("/api/v1/incidents/" + id + "/" + what,
                    "{" + body + ", \"by\": \"ann\", \"reason\": \"seen it\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return answer.body();
        }
    }

    private List<String> alerts(String id) {
        return running.store().byId(id).orElseThrow().alertKeys();
    }

    private List<String> sentences(String id) {
        return new ReviewReader(running.graph(), Clock.systemUTC()).timeline(running.store().byId(id).orElseThrow(), new ArrayList<>())
                .stream().map(TimelineEntry::sentence).toList();
    }

    /// Waits for the one incident to have these alerts.
    private Incident incident(List<String> keys) {
        return Eventually.get(WAIT_MAX, () -> {
            List<Incident> open = running.store().open();
            return open.size() == 1 && open.getFirst().alertKeys().containsAll(keys) ? Optional.of(open.getFirst()) : Optional.empty();
        });
    }
}
