package dev.faultline.graph.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.review.Act;
import dev.faultline.graph.review.ReviewStore;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Neo4jTest
class IncidentStoreIT {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private final Neo4jEndpoint endpoint;
    private final GraphConnection graph;
    private final IncidentStore store;

    IncidentStoreIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.graph = graph;
        this.store = new IncidentStore(graph);
        this.endpoint = endpoint;
    }

    @BeforeEach
    void storeAlertsAndCis() {
        write("CREATE (ci:Ci:Service {id: 'quotes', type: 'Service', name: 'quotes'}) CREATE (:RetiredCi {id: 'old'}) "
                + "CREATE (a:Alert {key: 'a'})-[:ON]->(ci) CREATE (:Alert {key: 'b'}) CREATE (:Alert {key: 'c'})");
    }

    @Test
    void givesBackWhatWasStored() {
        Incident incident = incident("i", START, List.of("a", "b"));
        RankingVersion ranking = ranking("i", 1, cause(1, "quotes"), cause(2, "old"), cause(3, "never-stored"));

        store.save(new IncidentChange(incident, List.of("a", "b"), List.of(), ranking));

        assertThat(store.byId("i")).contains(incident);
        assertThat(store.latestRankings(List.of("i", "none"))).containsExactly(Map.entry("i", ranking));
        assertThat(count("MATCH (:Incident)-[:RANKED]->(:Ranking)-[:NAMES]->(:Cause)-[:OF]->(ci) RETURN count(ci)")).isEqualTo(2);
    }

    @Test
    void storesNothingTwice() {
        IncidentChange change = new IncidentChange(incident("i", START, List.of("a")), List.of("a"), List.of(),
                ranking("i", 1, cause(1, "quotes")));

        store.save(change);
        store.save(change);

        assertThat(store.rankings("i", null, 10)).hasSize(1);
        assertThat(count("MATCH (n:Cause) RETURN count(n)")).isEqualTo(1);
        assertThat(count("MATCH (:Incident)-[n:GROUPS]->() RETURN count(n)")).isEqualTo(1);
    }

    @Test
    void keepsEveryVersionUpToTheLimit() {
        int last = IncidentStore.RANKINGS_KEPT_MAX + 5;
        for (int version = 1; version <= last; version++) {
            store.save(
                    new IncidentChange(incident("i", START, List.of()), List.of(), List.of(), ranking("i", version, cause(1, "quotes"))));
        }

        List<RankingVersion> kept = store.rankings("i", null, IncidentStore.PAGE_MAX);
        assertThat(kept.stream().map(RankingVersion::version)).containsExactlyElementsOf(
                LongStream.iterate(last, version -> version - 1).limit(IncidentStore.RANKINGS_KEPT_MAX).boxed().toList());
        assertThat(count("MATCH (n:Cause) RETURN count(n)")).isEqualTo(IncidentStore.RANKINGS_KEPT_MAX);
        assertThat(store.rankings("i", 50L, 2).stream().map(RankingVersion::version)).containsExactly(49L, 48L);
        assertThat(store.rankings("i", null, START.plusSeconds(40), 2).stream().map(RankingVersion::version)).as("made by an instant")
                .containsExactly(40L, 39L);
    }

    @Test
    void readsAllOpenIncidentsHoweverManyThereAre() {
        List<String> ids = List.of("a", "b", "c", "d", "e");
        ids.forEach(id -> store.save(new IncidentChange(incident(id, START, List.of()), List.of(), List.of(), null)));
        store.save(new IncidentChange(incident("f", START.plusSeconds(1), List.of()), List.of(), List.of(), null));

        assertThat(store.open(2).stream().map(Incident::id)).containsExactly("f", "e", "d", "c", "b", "a");
        assertThat(store.open(3)).hasSize(6);
    }

    @Test
    void resolvesWhatAnIncidentTookIn() {
        store.save(new IncidentChange(incident("one", START, List.of("a")), List.of("a"), List.of(), null));
        store.save(new IncidentChange(incident("other", START, List.of("b")), List.of("b"), List.of(), null));

        store.save(new IncidentChange(incident("one", START, List.of("a", "b")), List.of("b"), List.of("other"), null));

        assertThat(store.open().stream().map(Incident::id)).containsExactly("one");
        assertThat(store.byId("other")).hasValueSatisfying(other -> {
            assertThat(other.mergedInto()).isEqualTo("one");
            assertThat(other.state()).isEqualTo(IncidentState.RESOLVED);
            assertThat(other.alertKeys()).containsExactly("b");
        });
        assertThat(store.idsByAlert(List.of("a", "b", "c"))).containsOnlyKeys("a", "b");
    }

    @Test
    void pagesThroughAllIncidentsLatestFirst() {
        for (int i = 0; i < 5; i++) {
            store.save(new IncidentChange(incident("i" + i, START.plusSeconds(i / 2), List.of()), List.of(), List.of(), null));
        }

        IncidentPage first = store.page(IncidentFilter.ALL, null, 2);
        IncidentPage second = store.page(IncidentFilter.ALL, first.next(), 2);
        IncidentPage third = store.page(IncidentFilter.ALL, second.next(), 2);

        assertThat(List.of(ids(first), ids(second), ids(third))).containsExactly(List.of("i4", "i3"), List.of("i2", "i1"), List.of("i0"));
        assertThat(third.next()).isNull();
    }

    @Test
    void findsIncidentsByStateTimeAndCi() {
        store.save(new IncidentChange(incident("alerted", START, List.of("a")), List.of("a"), List.of(), null));
        store.save(new IncidentChange(incident("blamed", START.plusSeconds(60), List.of()), List.of(), List.of(),
                ranking("blamed", 1, cause(1, "quotes"))));
        store.save(new IncidentChange(incident("other", START.plusSeconds(120), List.of("b")), List.of("b"), List.of(), null));

        assertThat(ids(store.page(new IncidentFilter(null, null, null, "quotes"), null, 10))).containsExactly("blamed", "alerted");
        assertThat(ids(store.page(new IncidentFilter(null, START.plusSeconds(60), START.plusSeconds(120), null), null, 10)))
                .containsExactly("blamed");
        assertThat(ids(store.page(new IncidentFilter(IncidentState.RESOLVED, null, null, null), null, 10))).isEmpty();
    }

    @Test
    void refusesACursorThatNoPageGave() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.page(IncidentFilter.ALL, "x", 2))
                .withMessage("cursor is 'x', expected one that a page of incidents gave");
    }

    @Test
    void countsEarlierIncidentsOfAnAlert() {
        store.save(new IncidentChange(incident("one", START, List.of("a")), List.of("a"), List.of(), null));
        store.save(new IncidentChange(incident("two", START.plusSeconds(60), List.of("a")), List.of("a"), List.of(), null));

        assertThat(store.incidentCounts(List.of("a", "b"), START, START.plusSeconds(60))).containsExactly(Map.entry("a", 1));
    }

    @Test
    void keepsWhatWasSplitAndWhoDidItAndFollowsItIntoWhatTookItIn() {
        store.save(new IncidentChange(incident("rest", START, List.of("a", "b")), List.of("a", "b"), List.of(), null));
        store.save(new IncidentChange(incident("third", START, List.of()), List.of(), List.of(), null));
        Act act = new Act(Act.Kind.SPLIT_OFF, "ann", "seen", START.plusSeconds(60), "part");
        IncidentChange split = new IncidentChange(incident("part", START.plusSeconds(60), List.of("b")), List.of("b"), List.of(), null,
                null,
                List.of(), new ByPeople(new ByPeople.Split("rest", List.of("b")), List.of(new ByPeople.ActOn("rest", act))));
        store.save(split);
        store.save(split);

        assertThat(store.byId("rest").orElseThrow().alertKeys()).containsExactly("a");
        assertThat(store.byIds(List.of("rest"), START.plusSeconds(64)).getFirst().alertKeys()).containsExactly("a", "b");
        assertThat(store.byIds(List.of("rest"), START.plusSeconds(65)).getFirst().alertKeys()).containsExactly("a");
        assertThat(new ReviewStore(graph).acts("rest")).containsExactly(act);
        assertThat(store.keptApart(List.of("rest", "part"))).isEqualTo(Map.of("rest", Set.of("part"), "part", Set.of("rest")));

        store.save(new IncidentChange(incident("third", START, List.of("a")), List.of("a"), List.of("rest"), null));
        assertThat(store.keptApart(List.of("third", "part"))).isEqualTo(Map.of("third", Set.of("part"), "part", Set.of("third")));
        store.save(new IncidentChange(incident("third", START, List.of("a", "b")), List.of("b"), List.of("part"), null));
        assertThat(store.keptApart(List.of("third"))).isEmpty();
    }

    private static List<String> ids(IncidentPage page) {
        return page.incidents().stream().map(Incident::id).toList();
    }

    private static Incident incident(String id, Instant startedAt, List<String> alertKeys) {
        return new Incident(id, "slow quotes", IncidentState.OPEN, startedAt, startedAt.plusSeconds(5), null, alertKeys, null);
    }

    private static RankingVersion ranking(String incidentId, long version, Cause... causes) {
        Ranking ranking = new Ranking(START.plusSeconds(version), "1", false, "quotes is slow", List.of(causes));
        RankingBasis basis = new RankingBasis(START, START.plusSeconds(5), new TimeWindow(START, START.plusSeconds(5)),
                List.of(new Symptom(new Subject.OfCi("web"), Signal.LATENCY, START),
                        new Symptom(new Subject.OfCalls("web", "quotes"), Signal.ERRORS, START)),
                2, List.of("d1"), List.of("edges"));
        return new RankingVersion(incidentId, version, ranking, basis);
    }

    private static Cause cause(int rank, String ciId) {
        return cause(rank, ciId, rank == 1 ? "d1" : null);
    }

    private static Cause cause(int rank, String ciId, @Nullable String deploymentId) {
        return new Cause(rank, ciId, CauseKind.LATENCY, 2.5, 0.75, deploymentId,
                List.of(new Term("deviation", 2, 1, "p99 is 40 ms"), new Term("alerts", 0.5, 1, "1 alert")),
                List.of(new PathStep(ciId, "CALLS", "web", true)), List.of("slow"), List.of());
    }

    private void write(String cypher) {
        try (var driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()))) {
            driver.executableQuery(cypher).execute();
        }
    }

    private long count(String cypher) {
        try (var driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()))) {
            return driver.executableQuery(cypher).execute().records().getFirst().get(0).asLong();
        }
    }
}
