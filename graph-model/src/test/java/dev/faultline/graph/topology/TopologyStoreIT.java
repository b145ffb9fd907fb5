package dev.faultline.graph.topology;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.CiChanges;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.ci.RelationKey;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class TopologyStoreIT {
    private static final CiTypes TYPES = ShippedCiTypes.load();
    private static final Instant T0 = Instant.parse("2026-03-02T01:00:00Z");

    private final CiStore cis;
    private final TopologyStore store;

    TopologyStoreIT(GraphConnection graph) {
        cis = new CiStore(graph);
        store = new TopologyStore(graph, Clock.systemUTC());
    }

    @Test
    void whatStillHoldsBetweenTwoCisIsToldWhereAnotherRelationOfTheirsEnded() {
        List<Ci> hosts = Stream.of("a", "b", "c").map(id -> new Ci(id, "Host", id, Map.of(), T0)).toList();
        var ended = new RelationKey("CONNECTED_TO", "a", "b");
        var held = new RelationKey("DEPENDS_ON", "a", "b");
        cis.apply(new CiChanges(hosts, Set.of(), List.of(ended, held, new RelationKey("CONNECTED_TO", "a", "c")), List.of()), TYPES, T0);
        cis.apply(new CiChanges(List.of(), Set.of(), List.of(), List.of(ended)), TYPES, T0.plusSeconds(60));

        TopologyDelta delta = store.changesSince(T0.plusSeconds(30));

        assertThat(delta.removedLinks()).containsExactly(new TopologyLink("CONNECTED_TO", "a", "b"));
        assertThat(delta.addedLinks()).containsExactly(new TopologyLink("DEPENDS_ON", "a", "b"));
    }
}
