package dev.faultline.api.demo.monitor;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlowCountersTest {

    @Test
    void whatWasCountedSinceIsTheDifference() {
        FlowCounters since = counters(5, 4, 3).since(counters(2, 4, 1));

        assertThat(since.requests()).isEqualTo(3);
        assertThat(since.errorShare()).isEqualTo(2.0 / 3);
    }

    @Test
    void aRestartedProcessCountsFromNothing() {
        assertThat(counters(1, 1, 1).since(counters(50, 50, 9)).requests()).isEqualTo(2);
    }

    @Test
    void withoutRequestsEveryQuantileIsZero() {
        assertThat(FlowCounters.NONE.quantileMillis(0.95)).isZero();
    }

    private static FlowCounters counters(long first, long second, long errors) {
        long[] buckets = new long[FlowCounters.BUCKETS];
        buckets[0] = first;
        buckets[1] = second;
        return new FlowCounters(buckets, errors);
    }
}
