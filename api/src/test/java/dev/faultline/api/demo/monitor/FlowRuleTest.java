package dev.faultline.api.demo.monitor;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlowRuleTest {
    private static final FlowKey SERVICE = new FlowKey("trading", null);
    private static final FlowKey CALLS = new FlowKey("gateway", "trading");
    private static final int FAST = 4;
    private static final int SLOW = 14;

    @Test
    void whatIsNormalRaisesNothing() {
        FlowHistory history = normal();
        seconds(history, 3, ticks(20, FAST, 0));

        assertThat(FlowRule.holding(SERVICE, history)).isEmpty();
    }

    @Test
    void aSlowFlowIsHighInLatencyAlone() {
        FlowHistory history = normal();
        seconds(history, 2, ticks(20, SLOW, 0));

        assertThat(names(CALLS, history)).containsExactly("CallLatencyHigh");
    }

    @Test
    void aShortBlipThatIsOverRaisesNothing() {
        FlowHistory history = normal();
        seconds(history, 1, ticks(20, SLOW, 0));
        seconds(history, 2, ticks(20, FAST, 0));

        assertThat(FlowRule.holding(SERVICE, history)).isEmpty();
    }

    @Test
    void errorsAreHighByTheirShare() {
        FlowHistory history = normal();
        seconds(history, 2, ticks(20, FAST, 8));

        assertThat(names(SERVICE, history)).containsExactly("ServiceErrorsHigh");
    }

    @Test
    void trafficIsHighForTheServiceAndNotForEachOfItsCallers() {
        FlowHistory history = normal();
        seconds(history, 5, ticks(80, FAST, 0));

        assertThat(names(SERVICE, history)).containsExactly("ServiceTrafficHigh");
        assertThat(names(CALLS, history)).isEmpty();
    }

    @Test
    void nothingIsHighBeforeNormalIsKnown() {
        FlowHistory history = new FlowHistory();
        seconds(history, 3, ticks(20, SLOW, 20));

        assertThat(FlowRule.holding(SERVICE, history)).isEmpty();
    }

    @Test
    void aTimeOfAlertsDoesNotBecomeNormal() {
        FlowHistory history = normal();
        for (int tick = 0; tick < 60; tick++) {
            history.add(ticks(20, SLOW, 0), 1, false);
        }

        assertThat(names(SERVICE, history)).containsExactly("ServiceLatencyHigh");
    }

    private static FlowHistory normal() {
        FlowHistory history = new FlowHistory();
        seconds(history, 30, ticks(20, FAST, 0));
        return history;
    }

    private static void seconds(FlowHistory history, int count, FlowCounters tick) {
        for (int second = 0; second < count; second++) {
            history.add(tick, 1, true);
        }
    }

    private static FlowCounters ticks(long requests, int bucket, long errors) {
        long[] buckets = new long[FlowCounters.BUCKETS];
        buckets[bucket] = requests;
        return new FlowCounters(buckets, errors);
    }

    private static List<String> names(FlowKey flow, FlowHistory history) {
        return FlowRule.holding(flow, history).stream().map(Condition::name).toList();
    }
}
