package dev.faultline.graph.feedback;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class FeedbackStoreIT {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Neo4jEndpoint endpoint;
    private final FeedbackStore store;

    FeedbackStoreIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.store = new FeedbackStore(graph);
        this.endpoint = endpoint;
    }

    @BeforeEach
    void storeIncidentAndCis() {
        count("CREATE (:Incident {id: 'i'}) CREATE (:Ci {id: 'db'}) CREATE (:Ci {id: 'shop'}) RETURN 0");
    }

    @Test
    void givesBackWhatWasSaidLatestFirstAndLeadsToTheCis() {
        Feedback wrong = feedback("f1", Verdict.WRONG, "shop", "db", NOON);
        Feedback confirmed = feedback("f2", Verdict.CONFIRMED, "db", "db", NOON.plusSeconds(1));

        assertThat(List.of(store.save(wrong), store.save(confirmed))).containsExactly(true, true);

        assertThat(store.ofIncident("i")).containsExactly(confirmed, wrong);
        assertThat(store.ofIncident("none")).isEmpty();
        assertThat(count("MATCH (:Incident)-[:JUDGED]->(:Feedback {id: 'f1'})-[:REALLY]->(:Ci {id: 'db'}) RETURN count(*)")).isEqualTo(1);
        assertThat(count("MATCH (:Feedback)-[about:ABOUT]->(:Ci) RETURN count(about)")).isEqualTo(2);
    }

    @Test
    void keepsWhatIsSaidTwiceOnce() {
        Feedback first = feedback("f1", Verdict.WRONG, null, null, NOON);

        store.save(first);

        assertThat(store.save(feedback("f1", Verdict.WRONG, null, null, NOON.plusSeconds(9)))).isFalse();
        assertThat(store.ofIncident("i")).containsExactly(first);
    }

    @Test
    void theLastWordOfAPersonIsTheLastOneAlsoWhereItWasSaidBefore() {
        store.save(feedback("f1", Verdict.CONFIRMED, "db", "db", NOON));
        store.save(feedback("f2", Verdict.WRONG, "db", null, NOON.plusSeconds(1)));

        store.save(feedback("f1", Verdict.CONFIRMED, "db", "db", NOON.plusSeconds(2)));

        assertThat(store.ofIncident("i")).extracting(Feedback::id).containsExactly("f1", "f2");
    }

    @Test
    void keepsNothingOfAnIncidentThatIsUnknown() {
        assertThat(store.save(new Feedback("f", "none", 1, Verdict.CONFIRMED, "db", 1, 1, "db", null, 1, "ann", "", NOON))).isFalse();
        assertThat(count("MATCH (n:Feedback) RETURN count(n)")).isZero();
    }

    private static Feedback feedback(String id, Verdict verdict, @Nullable String ciId, @Nullable String actualCiId, Instant at) {
        return new Feedback(id, "i", 3, verdict, ciId, ciId == null ? null : 1, 0.7, actualCiId, null, actualCiId == null ? null : 0, "ann",
                "seen", at);
    }

    private long count(String cypher) {
        try (var driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()))) {
            return driver.executableQuery(cypher).execute().records().getFirst().get(0).asLong();
        }
    }
}
