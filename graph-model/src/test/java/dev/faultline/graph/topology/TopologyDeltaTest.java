package dev.faultline.graph.topology;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopologyDeltaTest {
    private static final TopologyLink LINK = new TopologyLink("RUNS_ON", "a", "b");
    private static final TopologyDelta ADDED = delta(List.of(LINK), List.of());
    private static final TopologyDelta REMOVED = delta(List.of(), List.of(LINK));

    @Test
    void whatWasToldBeforeIsNotNews() {
        assertThat(ADDED.hasNewsAfter(delta(List.of(), List.of()))).isTrue();
        assertThat(ADDED.hasNewsAfter(ADDED)).isFalse();
        assertThat(delta(List.of(), List.of()).hasNewsAfter(ADDED)).isFalse();
    }

    @Test
    void aLinkThatComesBackIsNews() {
        assertThat(REMOVED.hasNewsAfter(ADDED)).isTrue();
        assertThat(ADDED.hasNewsAfter(REMOVED)).isTrue();
    }

    private static TopologyDelta delta(List<TopologyLink> added, List<TopologyLink> removed) {
        return new TopologyDelta(Instant.EPOCH, List.of(), Set.of(), added, removed, List.of(), List.of());
    }
}
