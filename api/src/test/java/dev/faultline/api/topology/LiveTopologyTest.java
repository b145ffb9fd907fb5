package dev.faultline.api.topology;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.neo4j.GraphLimits;

import static org.assertj.core.api.Assertions.assertThat;

class LiveTopologyTest {

    @Test
    void aRefreshLooksFurtherBackThanATransactionMayTake() {
        assertThat(LiveTopology.OVERLAP).isGreaterThan(GraphLimits.DEFAULT.transactionLimit());
    }
}
