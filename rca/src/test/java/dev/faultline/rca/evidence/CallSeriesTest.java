package dev.faultline.rca.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CallSeriesTest {
    /// Minute 100, by ten seconds.
    private static final SliceRange SLICES = new SliceRange(600, 606);
    private static final CallEdge FIRST = new CallEdge("e1", "web", "shop", "shop-1", "GET /buy", CallKind.HTTP);
    private static final CallEdge SECOND = new CallEdge("e2", "web", "shop", "shop-2", "GET /buy", CallKind.HTTP);

    @Test
    void callsCalleeAndEachInstanceHaveLatencyErrorsAndTraffic() {
        List<Series> series = CallSeries.of(List.of(FIRST, SECOND), List.of(window("e1", 100, calls(10, 10, 10, 10, 10, 10), 20)), SLICES,
                true);

        assertThat(series.stream().map(Series::subject).distinct()).containsExactly(new Subject.OfCalls("web", "shop"),
                new Subject.OfCi("shop"), new Subject.OfCi("shop-1"), new Subject.OfCi("shop-2"));
        assertThat(series.stream().map(Series::signal).distinct()).containsExactly(Signal.LATENCY, Signal.ERRORS, Signal.TRAFFIC);
        assertThat(series.getFirst().epochSeconds()).containsExactly(6000, 6010, 6020, 6030, 6040, 6050);
    }

    @Test
    void instancesAreKeptApartAndAddUpAtTheService() {
        SlicedMinute failing = window("e2", 100, calls(30, 30, 30, 30, 30, 30), 400, 20);
        List<Series> series = CallSeries.of(List.of(FIRST, SECOND), List.of(window("e1", 100, calls(10, 10, 10, 10, 10, 10), 20), failing),
                SLICES, true);

        assertThat(value(series, new Subject.OfCi("shop"), "errors.rate", 1)).isEqualTo(0.5);
        assertThat(value(series, new Subject.OfCi("shop-1"), "errors.rate", 1)).isZero();
        assertThat(value(series, new Subject.OfCi("shop-1"), "latency.mean", 1)).isCloseTo(20, within(1e-9));
        assertThat(value(series, new Subject.OfCalls("web", "shop"), "latency.mean", 1)).isCloseTo(305, within(1e-9));
        assertThat(value(series, new Subject.OfCi("shop"), "calls.rate", 1)).isEqualTo(40);
    }

    @Test
    void anInstanceThatStopsReportingHasNoCallsRatherThanNoValue() {
        List<SlicedMinute> windows = List.of(window("e1", 100, calls(0, 20, 20, 0, 0, 0), 20),
                window("e2", 100, calls(9, 9, 9, 9, 9, 0), 20));
        List<Series> series = CallSeries.of(List.of(FIRST, SECOND), windows, SLICES, true);
        Subject silent = new Subject.OfCi("shop-1");

        assertThat(value(series, silent, "calls.rate", 0)).as("of a step before it was first seen").isNaN();
        assertThat(value(series, silent, "calls.rate", 3)).as("of a step in which it was silent").isZero();
        assertThat(value(series, silent, "latency.mean", 3)).as("where there is nothing to measure").isNaN();
        assertThat(value(series, silent, "calls.rate", 5)).as("where nothing was measured at all").isNaN();
    }

    @Test
    void theSliceThatIsStillComingInIsLeftOut() {
        List<SlicedMinute> windows = List.of(window("e1", 100, calls(10, 10, 10, 3, 0, 0), 20));

        assertThat(CallSeries.of(List.of(FIRST), windows, SLICES, false))
                .allSatisfy(series -> assertThat(series.epochSeconds()).containsExactly(6000, 6010, 6020));
    }

    @Test
    void aWholeSliceCountsAtOnceAlsoWhereFewerCallThanUsual() {
        List<SlicedMinute> windows = List.of(window("e1", 100, calls(10, 10, 10, 7, 0, 0), 20));

        assertThat(CallSeries.of(List.of(FIRST), windows, SLICES, false))
                .allSatisfy(series -> assertThat(series.epochSeconds()).containsExactly(6000, 6010, 6020, 6030));
    }

    @Test
    void whatIsCalledSeldomIsLookedAtByLongerSteps() {
        List<SlicedMinute> windows = List.of(window("e1", 100, calls(2, 2, 2, 2, 2, 2), 20),
                window("e2", 100, calls(0, 1, 0, 0, 1, 0), 20));
        List<Series> series = CallSeries.of(List.of(FIRST, SECOND), windows, SLICES, true);

        assertThat(of(series, new Subject.OfCi("shop-1"), "calls.rate").values()).containsExactly(6, 6);
        assertThat(of(series, new Subject.OfCi("shop-1"), "calls.rate").epochSeconds()).as("the last ten seconds of each").containsExactly(
                6020,
                6050);
        assertThat(of(series, new Subject.OfCi("shop-2"), "calls.rate").values()).containsExactly(2);
        assertThat(of(series, new Subject.OfCi("shop-2"), "calls.rate").step()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void longTimesAreLookedAtByLongerSteps() {
        List<SlicedMinute> windows = new ArrayList<>();
        for (int minute = 100; minute < 160; minute++) {
            windows.add(window("e1", minute, calls(10, 10, 10, 10, 10, 10), 20));
        }
        List<Series> series = CallSeries.of(List.of(FIRST), windows, new SliceRange(600, 960), true);

        assertThat(series).allSatisfy(one -> assertThat(one.step()).isEqualTo(Duration.ofSeconds(20)));
    }

    @Test
    void theRangeEndsBeforeWhatIsNotReportedYet() {
        SliceRange slices = SliceRange.until(Instant.ofEpochSecond(6_057), Duration.ofMinutes(1), Duration.ofSeconds(5));

        assertThat(slices).isEqualTo(new SliceRange(599, 605));
        assertThat(slices.fromMinute()).isEqualTo(99);
        assertThat(slices.toMinute()).isEqualTo(101);
    }

    @Test
    void windowsOfOtherEdgesAndMinutesArePassedOver() {
        double[] ten = calls(10, 10, 10, 10, 10, 10);

        assertThat(
                CallSeries.of(List.of(FIRST), List.of(window("other", 100, ten, 20), window("e1", 99, ten, 20), window("e1", 101, ten, 20)),
                        SLICES, true))
                .allSatisfy(series -> assertThat(series.values()).containsOnly(Double.NaN));
    }

    private static Series of(List<Series> series, Subject subject, String metric) {
        return series.stream().filter(one -> one.subject().equals(subject) && one.metric().equals(metric)).findFirst().orElseThrow();
    }

    private static double value(List<Series> series, Subject subject, String metric, int index) {
        return of(series, subject, metric).values()[index];
    }

    private static double[] calls(double... bySlice) {
        return bySlice;
    }

    private static SlicedMinute window(String edgeId, long minute, double[] calls, double millis) {
        return window(edgeId, minute, calls, millis, 0);
    }

    private static SlicedMinute window(String edgeId, long minute, double[] calls, double millis, int failedBySlice) {
        CallSlices slices = CallSlices.empty();
        for (int slice = 0; slice < calls.length; slice++) {
            long start = minute * 60_000 + slice * 10_000L;
            slices.add(start, millis, true, failedBySlice);
            slices.add(start + 9_999, millis, false, calls[slice] - failedBySlice);
        }
        return new SlicedMinute(edgeId, minute, slices);
    }
}
