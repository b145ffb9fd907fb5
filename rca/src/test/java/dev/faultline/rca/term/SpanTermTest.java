package dev.faultline.rca.term;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.rca.scene.Scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SpanTermTest {
    private static final int TRACES = 10;

    private final Traces traces = new Traces("gateway", "orders");

    /// Ten traces: the gateway's span, its call of orders, and the span of orders within.
    private static void traces(Traces.Side side, long gatewayMillis, long callMillis, long ordersMillis) {
        for (int i = 0; i < TRACES; i++) {
            String trace = "t" + i;
            side.span(trace, null, "gateway", "server", 0, gatewayMillis).span(trace, "server", "gateway", "call", 10, callMillis)
                    .span(trace, "call", "orders", "work", 15, ordersMillis);
        }
    }

    @Test
    void timeIsBlamedOnWhoSpendsIt() {
        traces(traces.normal(), 100, 60, 50);
        traces(traces.observed(), 150, 110, 100);
        Scene scene = traces.scene();
        Map<Integer, Rating> ratings = new SpanTerm().rate(scene);
        assertThat(ratings).containsOnlyKeys(Traces.unit(scene, "orders"));
        Rating orders = Traces.rating(ratings, scene, "orders");
        assertThat(orders.value()).as("500 ms too many beside a fifth of 1,500 ms").isCloseTo(500 / 800.0, within(1e-9));
        assertThat(orders.evidence()).contains("500 ms longer").contains("in 10 of 10");
    }

    @Test
    void timeOnTheWayIsBlamedOnTheCallee() {
        traces(traces.normal(), 100, 60, 50);
        traces(traces.observed(), 200, 160, 50);
        Scene scene = traces.scene();
        assertThat(new SpanTerm().rate(scene)).containsOnlyKeys(Traces.unit(scene, "orders"));
    }

    @Test
    void ownTimeStaysWithTheCaller() {
        traces(traces.normal(), 100, 60, 50);
        traces(traces.observed(), 200, 60, 50);
        Scene scene = traces.scene();
        assertThat(new SpanTerm().rate(scene)).containsOnlyKeys(Traces.unit(scene, "gateway"));
    }

    @Test
    void callThatIsNewIsComparedWithAllTimesOfTheUnit() {
        for (int i = 0; i < TRACES; i++) {
            traces.normal().span("t" + i, null, "orders", "work", 0, 50);
        }
        traces(traces.observed(), 200, 160, 50);
        Scene scene = traces.scene();
        Map<Integer, Rating> ratings = new SpanTerm().rate(scene);
        assertThat(ratings).containsOnlyKeys(Traces.unit(scene, "orders"));
        assertThat(Traces.rating(ratings, scene, "orders").evidence()).as("110 ms on the way, 50 ms at most in normal time, 10 times")
                .contains("600 ms longer");
    }

    @Test
    void withoutNormalTracesNothingIsTold() {
        traces(traces.observed(), 200, 60, 50);
        assertThat(new SpanTerm().rate(traces.scene())).isEmpty();
    }

    @Test
    void latencyIsLeftToTheTraces() {
        traces.latency("gateway", 0.1, 1.1).latency("orders", 0.05, 0.05);
        assertThat(new UnexplainedTerm().rate(traces.scene())).isNotEmpty();
        traces(traces.normal(), 100, 60, 50);
        traces(traces.observed(), 150, 110, 100);
        assertThat(new UnexplainedTerm().rate(traces.scene())).isEmpty();
    }
}
