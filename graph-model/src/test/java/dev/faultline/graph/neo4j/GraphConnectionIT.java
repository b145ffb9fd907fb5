package dev.faultline.graph.neo4j;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.GraphException;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Neo4jTest
class GraphConnectionIT {
    private final GraphConnection graph;

    GraphConnectionIT(GraphConnection graph) {
        this.graph = graph;
    }

    @Test
    void readsWithNamedQueries() {
        var versions = graph.read(work -> work.list("server/show-version", Map.of(), row -> row.get("version").asString()));

        assertThat(versions).hasSize(1).allMatch(version -> ServerVersion.parse(version).isSupported());
    }

    @Test
    void refusesToWriteWhileItReads() {
        assertThatThrownBy(() -> graph.read(work -> {
            work.run("server/remove-migration-lock", Map.of("id", "none"));
            return true;
        })).isInstanceOf(GraphException.class).hasMessageContaining("Writing in read access mode not allowed");
    }

    @Test
    void namesTheQueryThatIsMissing() {
        assertThatThrownBy(() -> graph.read(work -> work.list("ci/unheard-of", Map.of(), row -> row))).isInstanceOf(GraphException.class)
                .hasMessageContaining("there is no query ci/unheard-of");
    }

    @Test
    void takesAwayTheLockOfACrashedMigration(Neo4jEndpoint endpoint) {
        try (var driver = Drivers.open(endpoint); var session = driver.session()) {
            session.run("CREATE (:__Neo4jMigrationsLock {id: 'crashed', name: 'John Doe'})").consume();
        }

        GraphConnection.open(endpoint, GraphLimits.DEFAULT.withMigrationLockLimit(Duration.ofMillis(200))).close();

        var locks = graph.read(work -> work.list("server/find-migration-lock", Map.of(), row -> row.get("id").asString()));
        assertThat(locks).isEmpty();
    }
}
