package dev.faultline.graph.type;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.CiChanges;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Neo4jTest
class CiTypeStoreIT {
    private final GraphConnection graph;
    private final CiTypeStore store;

    CiTypeStoreIT(GraphConnection graph) {
        this.graph = graph;
        store = new CiTypeStore(graph);
    }

    private static CiType type(String json) {
        return CiTypeText.fromJson("test", json).getFirst();
    }

    @Test
    void shippedTypesAreWrittenOnceAndReadBackEqual() {
        store.ship(ShippedCiTypes.load());
        store.ship(ShippedCiTypes.load());

        assertThat(List.copyOf(store.load().all())).isEqualTo(List.copyOf(ShippedCiTypes.load().all()));
    }

    @Test
    void aNewerShippedVersionReplacesTheStoredOneButNotAnEditedOne() {
        store.ship(CiTypes.of(List.of(type("{\"name\": \"A\", \"version\": 1}"), type("{\"name\": \"B\", \"version\": 1}"))));
        store.put(type("{\"name\": \"B\", \"description\": \"ours\"}"));
        store.ship(CiTypes.of(List.of(type("{\"name\": \"A\", \"version\": 2, \"description\": \"new\"}"),
                type("{\"name\": \"B\", \"version\": 2, \"description\": \"new\"}"))));

        assertThat(store.load().get("A").description()).isEqualTo("new");
        assertThat(store.load().get("B").description()).isEqualTo("ours");
    }

    @Test
    void aTypeThatDoesNotFitIsRefusedAndNothingChanges() {
        store.ship(CiTypes.of(List.of(type("{\"name\": \"A\"}"), type("{\"name\": \"B\", \"parent\": \"A\"}"))));

        assertThatThrownBy(() -> store.put(type("{\"name\": \"A\", \"parent\": \"B\"}"))).isInstanceOf(InvalidCiTypes.class)
                .hasMessageContaining("inherits from itself");
        assertThat(store.load().get("A").parent()).isNull();
    }

    @Test
    void cisGetTheLabelsOfTheAncestorsThatTheirTypeIsGiven() {
        var types = store.ship(CiTypes.of(List.of(type("{\"name\": \"A\"}"), type("{\"name\": \"B\"}"))));
        new CiStore(graph).apply(new CiChanges(List.of(new Ci("1", "B", "b", Map.of(), Instant.EPOCH)), Set.of(), List.of(), List.of()),
                types, Instant.EPOCH);

        store.put(type("{\"name\": \"B\", \"parent\": \"A\"}"));

        assertThat(new CiStore(graph).countByType()).isEqualTo(Map.of("A", 1L, "B", 1L));
    }
}
