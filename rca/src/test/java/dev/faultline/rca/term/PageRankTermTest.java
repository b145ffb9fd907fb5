package dev.faultline.rca.term;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.rca.scene.Scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PageRankTermTest {

    /// With damping d = 0.85 and half of its own anomaly as the weight of staying, the first of two equally anomalous units keeps
    /// (1 - d) / (1 - d / 3) of the walk and the second the rest.
    @Test
    void walkEndsWhereTheAnomalousCallsEnd() {
        Scene scene = new Traces("gateway", "orders").latency("gateway", 0.1, 1.1).latency("orders", 0.1, 1.1).scene();
        Map<Integer, Rating> ratings = new PageRankTerm().rate(scene);
        double gateway = 0.15 / (1 - 0.85 / 3);
        assertThat(Traces.rating(ratings, scene, "orders").value()).isEqualTo(1.0);
        assertThat(Traces.rating(ratings, scene, "gateway").value()).isCloseTo(gateway / (1 - gateway), within(1e-3));
    }

    @Test
    void healthyCalleeIsNotWalkedTo() {
        Scene scene = new Traces("gateway", "orders").latency("gateway", 0.1, 1.1).latency("orders", 0.1, 0.1).scene();
        assertThat(new PageRankTerm().rate(scene)).containsOnlyKeys(Traces.unit(scene, "gateway"));
    }

    @Test
    void nothingAnomalousIsNotRanked() {
        Scene scene = new Traces("gateway", "orders").latency("gateway", 0.1, 0.1).latency("orders", 0.1, 0.1).scene();
        assertThat(new PageRankTerm().rate(scene)).isEmpty();
    }
}
