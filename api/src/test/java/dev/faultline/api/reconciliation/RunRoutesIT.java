package dev.faultline.api.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.http.Json;
import dev.faultline.api.http.RunningServer;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.collectors.reconciliation.Collector;
import dev.faultline.collectors.reconciliation.CollectorSchedule;
import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.collectors.reconciliation.RemovalGate;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.ClaimStore;
import dev.faultline.graph.claim.EstateStore;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class RunRoutesIT {
    private static final CiTypes TYPES = ShippedCiTypes.load();
    private static final int ALL = 30;
    private static final int FEW = 5;

    private final GraphConnection graph;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Shrinking shrinking = new Shrinking();
    private AlertStore alerts;
    private CollectorSchedule collector;
    private RunningServer server;

    RunRoutesIT(GraphConnection graph) {
        this.graph = graph;
    }

    /// A source of environments that can be told how many there are.
    private static final class Shrinking implements Collector {
        private int count = ALL;

        @Override
        public String source() {
            return "list";
        }

        @Override
        public String scope() {
            return "all";
        }

        @Override
        public RemovalGate gate() {
            return RemovalGate.DEFAULT;
        }

        @Override
        public Run collect() {
            Instant now = Instant.now();
            return new Run(UUID.randomUUID().toString(), source(), scope(), now, now, RunOutcome.COMPLETE, null, IntStream.range(0, count)
                    .mapToObj(i -> new Claim("e" + i, "Environment", "e" + i, Map.of("environmentName", "e" + i), List.of())).toList());
        }
    }

    @BeforeEach
    void start() {
        Clock clock = Clock.systemUTC();
        alerts = AlertStore.open(graph, AlertRules.defaults());
        collector = new CollectorSchedule(shrinking,
                new Reconciliations(new EstateStore(graph), () -> TYPES, clock, () -> UUID.randomUUID().toString()), Duration.ofHours(1),
                clock, () -> UUID.randomUUID().toString());
        collector.onRun(HeldRemovals.of(collector, graph, alerts, clock, meters));
        server = RunningServer.of(new RunRoutes(new ClaimStore(graph), List.of(collector)));
    }

    @AfterEach
    void stop() {
        server.close();
        collector.close();
        alerts.close();
    }

    @Test
    void heldRemovalsAreShownAndAlarmedUntilAPersonApprovesThem() {
        collector.runOnce();
        assertThat(runs("?held=true")).isEmpty();
        shrinking.count = FEW;
        collector.runOnce();

        JsonNode held = runs("?held=true").get(0);
        assertThat(held.at("/counts/held").asInt()).isEqualTo(ALL - FEW);
        assertThat(meters.get("faultline.removals.held").gauge().value()).isEqualTo(ALL - FEW);
        assertThat(alertState()).isEqualTo(AlertState.FIRING);

        var approved = server.post("/api/v1/runs/" + held.get("id").asString() + "/approval", "");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(Json.MAPPER.readTree(approved.body()).at("/counts/retired").asInt()).isEqualTo(ALL - FEW);
        assertThat(runs("?held=true")).isEmpty();
        assertThat(runs("").get(0).get("verdict").asString()).isEqualTo("APPLIED");
        assertThat(meters.get("faultline.removals.held").gauge().value()).isZero();
        assertThat(alertState()).isEqualTo(AlertState.RESOLVED);
    }

    @Test
    void anApprovalCoversNoMoreThanWasHeld() {
        collector.runOnce();
        shrinking.count = FEW;
        String id = collector.runOnce().id();
        shrinking.count = 1;

        var answer = server.post("/api/v1/runs/" + id + "/approval", "");

        assertThat(Json.MAPPER.readTree(answer.body()).get("verdict").asString()).isEqualTo("HELD");
    }

    @Test
    void onlyTheLatestHeldRunCanBeApproved() {
        String applied = collector.runOnce().id();

        assertThat(server.post("/api/v1/runs/" + applied + "/approval", "").statusCode()).isEqualTo(409);
        assertThat(server.post("/api/v1/runs/none/approval", "").statusCode()).isEqualTo(404);
    }

    private JsonNode runs(String query) {
        return Json.MAPPER.readTree(server.get("/api/v1/runs" + query).body()).get("runs");
    }

    private AlertState alertState() {
        return new AlertQueries(graph).byKeys(List.of("faultline:RemovalsHeld/list/all")).getFirst().state();
    }
}
