package dev.faultline.graph.ci;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class CiStoreIT {
    private static final CiTypes TYPES = ShippedCiTypes.load();
    private static final Instant T0 = Instant.parse("2026-03-02T01:00:00Z");

    private final CiStore store;

    CiStoreIT(GraphConnection graph) {
        store = new CiStore(graph);
    }

    private static Instant minute(int minutes) {
        return T0.plusSeconds(60L * minutes);
    }

    private static Ci host(String id, Map<String, Object> attributes) {
        return new Ci(id, "Host", "host " + id, attributes, T0);
    }

    private void put(int minute, Ci... cis) {
        store.apply(new CiChanges(List.of(cis), Set.of(), List.of(), List.of()), TYPES, minute(minute));
    }

    private void relate(int minute, List<RelationKey> added, List<RelationKey> removed) {
        store.apply(new CiChanges(List.of(), Set.of(), added, removed), TYPES, minute(minute));
    }

    private void retire(int minute, String id) {
        store.apply(new CiChanges(List.of(), Set.of(id), List.of(), List.of()), TYPES, minute(minute));
    }

    private List<Object> kernels(int... minutes) {
        var kernels = new ArrayList<>();
        for (int minute : minutes) {
            var found = store.find(List.of("a"), minute(minute));
            kernels.add(found.isEmpty() ? "none" : found.getFirst().attributes().get("kernelVersion"));
        }
        return kernels;
    }

    @Test
    void tellsTheValuesOfEveryInstant() {
        put(1, host("a", Map.of("kernelVersion", "6.1", "cpuCount", 4L)));
        put(3, host("a", Map.of("kernelVersion", "6.2", "cpuCount", 4L)));
        put(5, host("a", Map.of("kernelVersion", "6.3")));

        assertThat(kernels(0, 1, 2, 3, 4, 5, 6)).containsExactly("none", "6.1", "6.1", "6.2", "6.2", "6.3", "6.3");
        assertThat(store.find(List.of("a"), null)).containsExactly(
                new Ci("a", "Host", "host a", Map.of("kernelVersion", "6.3"), minute(5)));
        assertThat(store.history("a")).extracting(CiVersion::validTo).containsExactly(null, minute(5), minute(3));
    }

    @Test
    void whatIsPutAsItIsMakesNoHistory() {
        put(1, host("a", Map.of("cpuCount", 4L)));
        put(2, host("a", Map.of("cpuCount", 4L)));

        assertThat(store.history("a")).hasSize(1);
        assertThat(store.find(List.of("a"), null).getFirst().validFrom()).isEqualTo(minute(1));
    }

    @Test
    void aRetiredCiIsGoneNowButNotBeforeAndReturnsUnderItsId() {
        put(1, host("a", Map.of("kernelVersion", "6.1")), host("b", Map.of()));
        relate(1, List.of(new RelationKey("CONNECTED_TO", "a", "b")), List.of());
        retire(3, "a");

        assertThat(store.find(List.of("a"), null)).isEmpty();
        assertThat(store.relations(List.of("b"), null)).isEmpty();
        assertThat(store.page(CiFilter.ALL, TYPES, null, 10, null).cis()).extracting(Ci::id).containsExactly("b");
        assertThat(store.relations(List.of("b"), minute(2))).hasSize(1);

        put(5, host("a", Map.of("kernelVersion", "6.2")));

        assertThat(kernels(2, 3, 4, 5)).containsExactly("6.1", "none", "none", "6.2");
        assertThat(store.relations(List.of("a"), null)).isEmpty();
        assertThat(store.history("a")).hasSize(2);
        assertThat(store.find(List.of("a"), null).getFirst().attributes()).containsOnlyKeys("kernelVersion");
    }

    @Test
    void tellsTheRelationsOfEveryInstant() {
        put(0, host("a", Map.of()), host("b", Map.of()), host("c", Map.of()));
        var toB = new RelationKey("CONNECTED_TO", "a", "b");
        var toC = new RelationKey("CONNECTED_TO", "a", "c");
        relate(1, List.of(toB), List.of());
        relate(2, List.of(toC, toB), List.of());
        relate(3, List.of(), List.of(toB));
        relate(5, List.of(toB), List.of());

        var targets = new ArrayList<List<String>>();
        for (int minute = 0; minute <= 5; minute++) {
            targets.add(store.relations(List.of("a"), minute(minute)).stream().map(Relation::toId).toList());
        }
        assertThat(targets).containsExactly(List.of(), List.of("b"), List.of("b", "c"), List.of("c"), List.of("c"), List.of("b", "c"));
        assertThat(store.relations(List.of("b"), null)).containsExactly(new Relation("CONNECTED_TO", "a", "b", minute(5)));
        assertThat(store.relationHistory("b")).extracting(RelationVersion::validTo).containsExactly(null, minute(3));
    }

    @Test
    void pagesThroughAllCisOnceNowAndAsOfAnInstant() {
        for (int i = 0; i < 7; i++) {
            put(1, new Ci("h" + i, i % 2 == 0 ? "Host" : "Service", "Web-" + i, Map.of("owner", "team " + i % 3), T0));
        }
        put(4, new Ci("h0", "Host", "renamed", Map.of(), T0));
        retire(4, "h1");

        assertThat(ids(CiFilter.ALL, null)).containsExactly("h0", "h2", "h3", "h4", "h5", "h6");
        assertThat(ids(CiFilter.ALL, minute(2))).containsExactly("h0", "h1", "h2", "h3", "h4", "h5", "h6");
        assertThat(ids(new CiFilter(Set.of("Service"), "", Map.of()), minute(2))).containsExactly("h1", "h3", "h5");
        assertThat(ids(new CiFilter(Set.of("Host"), "web", Map.of()), null)).containsExactly("h2", "h4", "h6");
        assertThat(ids(new CiFilter(Set.of(), "", Map.of("owner", "team 0")), null)).containsExactly("h3", "h6");
    }

    private List<String> ids(CiFilter filter, @Nullable Instant at) {
        var ids = new ArrayList<String>();
        @Nullable
        String after = null;
        do {
            var page = store.page(filter, TYPES, after, 2, at);
            page.cis().forEach(ci -> ids.add(ci.id()));
            after = page.next();
        } while (after != null);
        return ids;
    }

    @Test
    void aCiThatChangesItsTypeIsFoundUnderTheNewOneOnly(GraphConnection graph) {
        put(1, new Ci("d", "DatabaseInstance", "orders", Map.of(), T0));
        put(2, new Ci("d", "MysqlInstance", "orders", Map.of(), T0));
        put(3, new Ci("d", "RedisInstance", "orders", Map.of(), T0));

        assertThat(ids(new CiFilter(Set.of("MysqlInstance"), "", Map.of()), null)).isEmpty();
        assertThat(ids(new CiFilter(TYPES.descendants("CacheInstance"), "", Map.of()), null)).containsExactly("d");
        assertThat(ids(new CiFilter(TYPES.descendants("DatabaseInstance"), "", Map.of()), minute(2))).containsExactly("d");
    }

    @Test
    void aClockThatStepsBackLosesNoHistory() {
        put(5, host("a", Map.of("kernelVersion", "6.1")));
        put(3, host("a", Map.of("kernelVersion", "6.2")));
        put(7, host("a", Map.of("kernelVersion", "6.3")));

        assertThat(kernels(4, 5, 6, 7)).containsExactly("none", "6.2", "6.2", "6.3");
    }
}
