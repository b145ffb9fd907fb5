package dev.faultline.collectors.otlp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.opentelemetry.proto.trace.v1.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.topology.TopologyDelta;
import dev.faultline.graph.topology.TopologyStore;

import static dev.faultline.collectors.otlp.IntakeFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class CallUpkeepIT {
    private static final int OLD = 25_000;
    private static final int YOUNG = 10;

    private static final CallUpkeep.Ages AGES = new CallUpkeep.Ages(Duration.ofHours(1), Duration.ofDays(30));

    private final GraphConnection graph;
    private final IntakeFixture fixture;

    CallUpkeepIT(GraphConnection graph, @TempDir Path directory) {
        this.graph = graph;
        fixture = new IntakeFixture(graph, directory);
    }

    @Test
    void allWindowsPastTheirAgeAreRemovedAtOnceAndNoOthers() {
        long nowMinute = fixture.nowMillis() / 60_000;
        write("UNWIND range(1, $number) AS edge CREATE (:CallWindow {edgeId: 'old' + edge, minute: $minute})",
                Map.of("number", OLD, "minute", nowMinute - 61));
        write("UNWIND range(1, $number) AS edge CREATE (:CallWindow {edgeId: 'young' + edge, minute: $minute})",
                Map.of("number", YOUNG, "minute", nowMinute - 50));
        try (CallUpkeep upkeep = fixture.upkeepAfter(Duration.ZERO, AGES)) {
            await("the removal of " + OLD + " windows", () -> upkeep.windowsRemoved() == OLD);
        }
        assertThat(count("CallWindow")).isEqualTo(YOUNG);
    }

    @Test
    void callEdgesAndTheirEndsWithoutCallsAreRetiredAndReturnWithTheNextCall() {
        send("quotes", "orders");
        write("MATCH (edge:CallEdge {endpoint: $endpoint}) SET edge.lastSeenMinute = edge.lastSeenMinute + 60 * 24 * 31",
                Map.of("endpoint", "orders"));
        Instant before = Instant.now();
        try (CallUpkeep upkeep = fixture.upkeepAfter(Duration.ofDays(30).plusHours(2), AGES)) {
            await("the retirement", () -> upkeep.edgesRetired() == 1);
            assertThat(upkeep.partiesRetired()).isEqualTo(3);
        }
        assertThat(names("MATCH (n:CallEdge) RETURN n.endpoint")).containsExactly("orders");
        assertThat(names("MATCH (n:RetiredCallEdge)-[:CALLEE]->(:RetiredCi) RETURN n.endpoint")).containsExactly("quotes");
        assertThat(names("MATCH (n:RetiredCi) RETURN n.name")).containsExactlyInAnyOrder("quotes", "quotes quotes-1",
                "clients of quotes");
        assertThat(names("MATCH (n:RelationVersion) WHERE n.validTo IS NOT NULL RETURN n.type")).containsExactly("INSTANCE_OF");
        assertThat(names("MATCH (n:Service) WHERE NOT coalesce(n.external, false) RETURN n.name")).containsExactly("orders");
        TopologyDelta delta = new TopologyStore(graph, Clock.systemUTC()).changesSince(before);
        assertThat(delta.removedCalls()).hasSize(1);
        assertThat(delta.removedNodeIds()).hasSize(3);
        send("quotes");
        assertThat(names("MATCH (n:CallEdge) RETURN n.endpoint")).containsExactlyInAnyOrder("orders", "quotes");
        assertThat(names("MATCH (n:Service) WHERE NOT coalesce(n.external, false) RETURN n.name")).containsExactlyInAnyOrder("quotes",
                "orders");
        assertThat(names("MATCH (n:ServiceInstance) RETURN n.name")).containsExactlyInAnyOrder("orders orders-1", "quotes quotes-1");
        assertThat(count("RetiredCallEdge")).isEqualTo(1);
    }

    private void send(String... services) {
        try (TraceIntake intake = fixture.open(IntakeFixture.LIMITS)) {
            for (String service : services) {
                double calls = 0;
                IntakeFixture.accept(intake, SpanBodies.body(Map.of("service.name", service, "service.instance.id", service + "-1"),
                        Span.SpanKind.SPAN_KIND_SERVER, service, fixture.nowMillis(), Map.of()));
                await("the call of " + service, () -> fixture.calls().getOrDefault(service, 0.0) == calls + 1);
            }
        }
    }

    private List<String> names(String query) {
        return graph.withDriver("the sample cannot be read", driver -> driver.executableQuery(query).execute()).records().stream()
                .map(row -> row.get(0).asString()).toList();
    }

    private void write(String query, Map<String, Object> parameters) {
        graph.withDriver("the sample cannot be written", driver -> driver.executableQuery(query).withParameters(parameters).execute());
    }

    private long count(String label) {
        return graph.withDriver("the sample cannot be read",
                driver -> driver.executableQuery("MATCH (n:$($label)) RETURN count(n)").withParameters(Map.of("label", label)).execute())
                .records().getFirst().get(0).asLong();
    }
}
