package dev.faultline.api.incident;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.graph.GraphUnavailableException;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.neo4j.EmbeddedNeo4j;
import dev.faultline.graph.neo4j.EmbeddedNeo4jSettings;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;
import dev.faultline.graph.symptom.Signal;

import static dev.faultline.api.incident.SmallEstate.firing;
import static org.assertj.core.api.Assertions.assertThat;

class IncidentsWithoutDatabaseIT {
    private static final Duration WAIT_MAX = Duration.ofMinutes(5);

    @Test
    void goesOnAfterTheDatabaseWasKilledAndStoresTheRanking(@TempDir Path directory) {
        Instant now = Instant.now();
        try (EmbeddedNeo4j server = EmbeddedNeo4j.start(EmbeddedNeo4jSettings.in(directory).withMemory(512, 64));
                GraphConnection graph = GraphConnection.open(server.endpoint(), GraphLimits.DEFAULT);
                SmallEstate estate = new SmallEstate(server.endpoint());
                RunningParts running = new RunningParts(graph)) {
            estate.write(now, (edge, ago, normal) -> ago > 3 ? normal : normal.slower(300));
            running.start(IncidentTimes.DEFAULT);
            running.accept(firing("web", Signal.LATENCY, now.minusSeconds(60)));
            Incident before = rankedWith(running, 1);

            running.accept(firing("shop", Signal.LATENCY, now.minusSeconds(50)));
            ProcessHandle.of(server.processId()).orElseThrow().destroyForcibly();
            acceptUntilDurable(running, firing("db", Signal.LATENCY, now.minusSeconds(40)));

            assertThat(rankedWith(running, 3).id()).isEqualTo(before.id());
            assertThat(server.restarts()).isPositive();
        }
    }

    private static Incident rankedWith(RunningParts running, int alerts) {
        return Eventually.get(WAIT_MAX, () -> {
            try {
                return running.store().open().stream().findFirst().filter(incident -> running.store().latestRankings(List.of(incident.id()))
                        .values().stream().anyMatch(ranking -> ranking.basis().alertCount() == alerts));
            } catch (GraphUnavailableException e) {
                return Optional.empty();
            }
        });
    }

    /// A sender sends again until it is told that the alert is durable.
    private static void acceptUntilDurable(RunningParts running, AlertNotice notice) {
        Eventually.await(WAIT_MAX, () -> {
            try {
                running.accept(notice);
                return true;
            } catch (GraphUnavailableException e) {
                return false;
            }
        });
    }
}
