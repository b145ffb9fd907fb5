package dev.faultline.graph.suppression;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.suppression.SuppressionStore.AlertLinks;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Neo4jTest
class SuppressionStoreIT {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Neo4jEndpoint endpoint;
    private final SuppressionStore store;

    SuppressionStoreIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.store = new SuppressionStore(graph);
        this.endpoint = endpoint;
    }

    @BeforeEach
    void storeAlertAndCi() {
        count("CREATE (:Alert {key: 'a'}) CREATE (:Alert {key: 'b'}) CREATE (:Ci {id: 'host'}) CREATE (:Deployment {id: 'r-7'}) RETURN 0");
    }

    @Test
    void givesBackWhatWasSaid() {
        Suppression silence = silence(NOON, NOON.plusSeconds(60));
        Suppression window = window(NOON.plusSeconds(10), NOON.plusSeconds(70));
        assertThat(List.of(store.create(silence), store.create(window), store.create(window))).containsOnly(true);

        assertThat(store.open(NOON)).containsExactlyInAnyOrder(silence, window);
        assertThat(store.open(NOON.plusSeconds(60))).containsExactly(window);
        assertThat(count("MATCH (:Deployment {id: 'r-7'})<-[:PART_OF]-(:Suppression)-[:COVERS]->(:Ci {id: 'host'}) RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void endsOneEarlyAndErasesNothing() {
        Suppression silence = silence(NOON, NOON.plusSeconds(60));
        store.create(silence);
        Suppression.End end = new Suppression.End(NOON.plusSeconds(20), "bob", "solved");

        assertThat(store.end(silence.id(), end)).contains(silence.endedBy(end));
        assertThat(store.end(silence.id(), new Suppression.End(NOON.plusSeconds(30), "eve", "again"))).contains(silence.endedBy(end));

        assertThat(store.open(NOON.plusSeconds(19))).hasSize(1);
        assertThat(store.open(NOON.plusSeconds(20))).isEmpty();
        assertThat(store.end("silence-000000000000-00000000", end)).isEmpty();
    }

    @Test
    void pagesOneKindByStateLatestFirst() {
        Suppression expired = silence(NOON.minusSeconds(60), NOON);
        Suppression active = silence(NOON, NOON.plusSeconds(60));
        Suppression pending = silence(NOON.plusSeconds(30), NOON.plusSeconds(60));
        List.of(expired, active, pending, window(NOON, NOON.plusSeconds(60))).forEach(store::create);

        SuppressionPage first = store.page(SuppressionKind.SILENCE, null, NOON, null, 2);
        assertThat(first.suppressions()).containsExactly(pending, active);
        assertThat(store.page(SuppressionKind.SILENCE, null, NOON, first.next(), 2)).isEqualTo(new SuppressionPage(List.of(expired), null));
        assertThat(page(Suppression.State.EXPIRED)).containsExactly(expired);
        assertThat(page(Suppression.State.ACTIVE)).containsExactly(active);
        assertThat(page(Suppression.State.PENDING)).containsExactly(pending);
        assertThatThrownBy(() -> store.page(SuppressionKind.SILENCE, null, NOON, "zzz", 2)).hasMessageContaining("cursor is 'zzz'");
    }

    @Test
    void keepsByWhatAnAlertDidNotCountAndWhen() {
        Suppression silence = silence(NOON, NOON.plusSeconds(60));
        Suppression window = window(NOON, NOON.plusSeconds(90));
        store.create(silence);
        store.create(window);
        Set<String> both = Set.of(silence.id(), window.id());
        AlertLinks begin = new AlertLinks("a", both, Set.of());
        store.link(List.of(begin), NOON.plusSeconds(1));
        store.link(List.of(begin, new AlertLinks("none", both, Set.of())), NOON.plusSeconds(2));
        assertThat(store.links(NOON.plusSeconds(3))).isEqualTo(Map.of("a", both));

        store.link(List.of(new AlertLinks("a", Set.of(), Set.of(window.id()))), NOON.plusSeconds(10));

        assertThat(ids(NOON)).isEmpty();
        assertThat(ids(NOON.plusSeconds(1))).containsExactlyInAnyOrderElementsOf(both);
        assertThat(ids(NOON.plusSeconds(10))).containsExactly(silence.id());
        assertThat(ids(NOON.plusSeconds(60))).isEmpty();
        assertThat(store.ofAlerts(List.of("a", "b"), NOON.plusSeconds(10))).isEqualTo(Map.of("a", List.of(new SuppressedBy(silence.id(),
                SuppressionKind.SILENCE, NOON.plusSeconds(1), NOON.plusSeconds(60), "ann", "known"))));
    }

    @Test
    void findsTheWindowsOfCisByTimeAndNoneThatNeverBegan() {
        Suppression window = window(NOON, NOON.plusSeconds(60));
        Suppression never = window(NOON, NOON.plusSeconds(50));
        List.of(window, never, silence(NOON, NOON.plusSeconds(60))).forEach(store::create);
        store.end(never.id(), new Suppression.End(NOON.minusSeconds(1), "ann", ""));

        assertThat(store.maintenanceOf(List.of("host", "other"), NOON.minusSeconds(9), NOON.plusMillis(1))).containsExactly(window);
        assertThat(store.maintenanceOf(List.of("host"), NOON.minusSeconds(9), NOON)).isEmpty();
        assertThat(store.maintenanceOf(List.of("host"), NOON.plusSeconds(60), NOON.plusSeconds(90))).isEmpty();
        assertThat(store.maintenanceOf(List.of("other"), NOON, NOON.plusSeconds(60))).isEmpty();
    }

    private List<String> ids(Instant at) {
        return store.ofAlerts(List.of("a"), at).getOrDefault("a", List.of()).stream().map(SuppressedBy::id).toList();
    }

    private List<Suppression> page(Suppression.State state) {
        return store.page(SuppressionKind.SILENCE, state, NOON, null, 10).suppressions();
    }

    private static Suppression silence(Instant from, Instant until) {
        return suppression(new SuppressionScope.OfLabels(List.of(new LabelMatcher("service", "web.*", true, false))), from, until);
    }

    private static Suppression window(Instant from, Instant until) {
        return suppression(new SuppressionScope.OfCis(List.of("host"), "r-7"), from, until);
    }

    private static Suppression suppression(SuppressionScope scope, Instant from, Instant until) {
        Instant createdAt = from.minus(Duration.ofSeconds(5));
        return new Suppression(scope.kind().id(createdAt, UUID.randomUUID()), scope, from, until, "ann", "known", createdAt, null);
    }

    private long count(String cypher) {
        try (var driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()))) {
            return driver.executableQuery(cypher).execute().records().getFirst().get(0).asLong();
        }
    }
}
