package dev.faultline.graph.call;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CallSlicesTest {
    private static final long MINUTE_START_MILLIS = 29_000_000L * 60_000;

    @Test
    void callsCountInTheSliceInWhichTheyBegan() {
        CallSlices slices = CallSlices.empty();
        slices.add(MINUTE_START_MILLIS, 20, false, 1);
        slices.add(MINUTE_START_MILLIS + 9_999, 40, true, 2);
        slices.add(MINUTE_START_MILLIS + 59_999, 5, false, 1);

        assertThat(slices.calls()).containsExactly(3.0, 0.0, 0.0, 0.0, 0.0, 1.0);
        assertThat(slices.errors()).containsExactly(2.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        assertThat(slices.millis()).containsExactly(100.0, 0.0, 0.0, 0.0, 0.0, 5.0);
    }

    @Test
    void timesBeforeTheEpochHaveSlicesToo() {
        CallSlices slices = CallSlices.empty();
        slices.add(-1, 20, false, 1);

        assertThat(slices.calls(CallSlices.COUNT - 1)).isEqualTo(1);
    }

    @Test
    void partsOfOneMinuteAddUp() {
        LatencySketch latency = LatencySketch.empty();
        latency.add(30, 6);
        CallWindow one = new CallWindow("edge", 7, 6, 0, latency, CallSlices.even(6, 0, 30));
        CallWindow both = one.plus(one);

        assertThat(both.slices().calls()).containsOnly(2.0);
        assertThat(both.slices().millis())
                .allSatisfy(millis -> assertThat(millis).isEqualTo(60));
        assertThat(one.slices().calls()).as("the parts stay as they are").containsOnly(1.0);
    }

    @Test
    void listsOfAnotherLengthAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CallSlices.of(List.of(1.0), List.of(), List.of()))
                .withMessage("a window has 1 slices of calls, expected 6");
    }
}
