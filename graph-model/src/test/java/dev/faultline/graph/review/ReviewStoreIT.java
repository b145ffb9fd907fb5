package dev.faultline.graph.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@Neo4jTest
class ReviewStoreIT {
    private static final String GRAPH = """
            CREATE (line:Ci:BusinessLine {id: 'line', type: 'BusinessLine', name: 'brokerage', owner: 'board', validFrom: 0})
            CREATE (env:Ci:Environment {id: 'env', type: 'Environment', name: 'live', owner: 'nobody', validFrom: 0})
            CREATE (app:Ci:Application {id: 'app', type: 'Application', name: 'retail', validFrom: 0})-[:PART_OF {validFrom: 0}]->(line)
            CREATE (shop:Ci:Service {id: 'shop', type: 'Service', name: 'shop', owner: 'ann', validFrom: 5000})-[:PART_OF {validFrom: 0}]->(app)
            CREATE (shop)-[:PART_OF {validFrom: 0}]->(env)
            CREATE (one:Ci:ServiceInstance {id: 'shop-1', type: 'ServiceInstance', name: 'shop-1', validFrom: 3000})-[:INSTANCE_OF {validFrom: 3000}]->(shop)
            CREATE (:CiVersion {ciId: 'shop', validFrom: 0, validTo: 5000})
            CREATE (:RelationVersion {fromId: 'shop-1', toId: 'h1', type: 'RUNS_ON', validFrom: 0, validTo: 4000})
            CREATE (:RetiredCi {id: 'old', retiredAt: 4500})
            CREATE (a:Alert {key: 'a', name: 'Slow', signal: 'LATENCY', ciId: 'shop', startsAtMillis: 6000})
            CREATE (b:Alert {key: 'b', name: 'Failing', signal: 'ERRORS', calleeId: 'db', callerId: 'shop', startsAtMillis: 7000})
            CREATE (i:Incident {id: 'i', title: 'slow', startedAtMillis: 6000, rankingVersion: 2})-[:GROUPS]->(a)
            CREATE (i)-[:GROUPS]->(b)
            CREATE (i)-[:RANKED]->(r:Ranking {id: 'i#2', version: 2, unknown: false})
            CREATE (r)-[:NAMES]->(:Cause {rank: 2, ciId: 'shop'}) CREATE (r)-[:NAMES]->(:Cause {rank: 1, ciId: 'db'})
            CREATE (i)-[:JUDGED]->(:Feedback {id: 'f', actualCiId: 'shop', atMillis: 1})
            CREATE (before:Incident {id: 'before', title: 'earlier', startedAtMillis: 1000, mergedIntoId: null})
            CREATE (merged:Incident {id: 'merged', title: 'merged', startedAtMillis: 900, mergedIntoId: 'before'})-[:MERGED_INTO {atMillis: 1500}]->(before)
            CREATE (:CallWindow {edgeId: 'e', minute: 1, calls: 60.0, errors: 6.0}) CREATE (:CallWindow {edgeId: 'f', minute: 1, calls: 40.0, errors: 0.0})
            CREATE (:CallWindow {edgeId: 'e', minute: 2, calls: 1000.0, errors: 0.0})
            """;

    private final Neo4jEndpoint endpoint;
    private final ReviewStore store;

    ReviewStoreIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.store = new ReviewStore(graph);
        this.endpoint = endpoint;
    }

    @BeforeEach
    void fill() {
        try (var driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()))) {
            driver.executableQuery(GRAPH).execute();
        }
    }

    @Test
    void changesAreFoundByCiAndTime() {
        List<GraphChange> changes = store.changes(List.of("shop", "shop-1", "old"), Instant.ofEpochMilli(3000), Instant.ofEpochMilli(5001));

        assertThat(changes).extracting(GraphChange::kind).containsExactly(GraphChange.Kind.APPEARED, GraphChange.Kind.RELATION_BEGAN,
                GraphChange.Kind.RELATION_ENDED, GraphChange.Kind.RETIRED, GraphChange.Kind.CHANGED);
        assertThat(changes.get(2)).isEqualTo(
                new GraphChange(Instant.ofEpochMilli(4000), "shop-1", GraphChange.Kind.RELATION_ENDED, "RUNS_ON", "h1"));
        assertThat(store.changes(List.of("shop"), Instant.ofEpochMilli(5001), Instant.ofEpochMilli(9000))).isEmpty();
    }

    @Test
    void whatACiBelongsToIsNearestFirstAndNoEnvironment() {
        assertThat(store.above(List.of("shop-1"))).extracting(Belonging::aboveId, Belonging::owner, Belonging::steps).containsExactly(
                tuple("shop-1", null, 0), tuple("shop", "ann", 1),
                tuple("app", null, 2), tuple("line", "board", 3));
        assertThat(store.above(List.of("nobody"))).isEmpty();
    }

    @Test
    void signsTellPlacesAlertsCausesAndWhatPeopleSaid() {
        IncidentSigns signs = store.signs(List.of("i", "none")).getFirst();

        assertThat(signs.places()).containsExactlyInAnyOrder("shop LATENCY", "db ERRORS");
        assertThat(signs.alertNames()).containsExactlyInAnyOrder("Slow", "Failing");
        assertThat(signs.causes()).containsExactly("db", "shop");
        assertThat(signs.confirmed()).isEqualTo("shop");
        assertThat(store.earlier(Instant.ofEpochMilli(6000), 10)).as("merged ones stand for nothing").containsExactly("before");
    }

    @Test
    void callsAreMeasuredInTheMinutesThatAreNamed() {
        assertThat(store.calls(List.of(1L))).isEqualTo(new Calls(100, 6));
        assertThat(store.calls(List.of(99L))).isEqualTo(Calls.NONE);
        assertThat(store.calls(List.of("e", "none"), List.of(1L))).isEqualTo(Map.of("e", new Calls(60, 6)));
    }

    @Test
    void actsAndMergesAreTold() {
        Act act = new Act(Act.Kind.RESOLVED, "ann", "over", Instant.ofEpochMilli(8000));

        store.save("i", act);
        store.save("i", act);

        assertThat(store.acts("i")).containsExactly(act);
        assertThat(store.merges("before")).containsExactly(new Merge(Instant.ofEpochMilli(1500), "merged", "merged", true));
        assertThat(store.merges("merged")).containsExactly(new Merge(Instant.ofEpochMilli(1500), "before", "earlier", false));
    }
}
