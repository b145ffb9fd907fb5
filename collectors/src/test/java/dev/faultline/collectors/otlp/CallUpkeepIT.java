package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.call.CallRetention;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static dev.faultline.collectors.otlp.IntakeFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class CallUpkeepIT {
    private static final int OLD = 25_000;
    private static final int YOUNG = 10;

    private final GraphConnection graph;
    private final Clock clock = Clock.systemUTC();

    CallUpkeepIT(GraphConnection graph) {
        this.graph = graph;
    }

    @Test
    void allWindowsPastTheirAgeAreRemovedAtOnceAndNoOthers() {
        long nowMinute = clock.millis() / 60_000;
        write("UNWIND range(1, $number) AS edge CREATE (:CallWindow {edgeId: 'old' + edge, minute: $minute})",
                Map.of("number", OLD, "minute", nowMinute - 61));
        write("UNWIND range(1, $number) AS edge CREATE (:CallWindow {edgeId: 'young' + edge, minute: $minute})",
                Map.of("number", YOUNG, "minute", nowMinute - 50));
        try (CallUpkeep upkeep = CallUpkeep.start(new CallRetention(graph), Duration.ofHours(1), clock)) {
            await("the removal of " + OLD + " windows", () -> upkeep.windowsRemoved() == OLD);
        }
        assertThat(count("CallWindow")).isEqualTo(YOUNG);
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
