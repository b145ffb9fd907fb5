package dev.faultline.rca.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallKind;
import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.call.LatencySketch;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CallSeriesTest {
    private static final MinuteRange MINUTES = new MinuteRange(100, 104, 1);
    private static final CallEdge FIRST = new CallEdge("e1", "web", "shop", "shop-1", "GET /buy", CallKind.HTTP);
    private static final CallEdge SECOND = new CallEdge("e2", "web", "shop", "shop-2", "GET /buy", CallKind.HTTP);

    @Test
    void callsCalleeAndEachInstanceHaveLatencyErrorsAndTraffic() {
        List<Series> series = CallSeries.of(List.of(FIRST, SECOND), List.of(window("e1", 100, 10, 1, 20)), MINUTES);

        assertThat(series.stream().map(Series::subject).distinct()).containsExactly(new Subject.OfCalls("web", "shop"),
                new Subject.OfCi("shop"), new Subject.OfCi("shop-1"), new Subject.OfCi("shop-2"));
        assertThat(series.stream().map(Series::signal).distinct()).containsExactly(Signal.LATENCY, Signal.ERRORS, Signal.TRAFFIC);
        assertThat(series.getFirst().epochSeconds()).containsExactly(6000, 6060, 6120, 6180);
    }

    @Test
    void instancesAreKeptApartAndAddUpAtTheService() {
        List<CallWindow> windows = List.of(window("e1", 101, 10, 0, 20), window("e2", 101, 30, 20, 400));
        List<Series> series = CallSeries.of(List.of(FIRST, SECOND), windows, MINUTES);

        assertThat(value(series, new Subject.OfCi("shop"), "errors.rate", 1)).isEqualTo(0.5);
        assertThat(value(series, new Subject.OfCi("shop-1"), "errors.rate", 1)).isZero();
        assertThat(value(series, new Subject.OfCi("shop-1"), "latency.p99", 1)).isCloseTo(20, within(0.5));
        assertThat(value(series, new Subject.OfCalls("web", "shop"), "latency.p99", 1)).isCloseTo(400, within(8.0));
        assertThat(value(series, new Subject.OfCi("shop"), "calls.rate", 1)).isEqualTo(40);
    }

    @Test
    void anInstanceThatStopsReportingHasNoCallsRatherThanNoValue() {
        List<CallWindow> windows = List.of(window("e1", 101, 10, 0, 20), window("e2", 101, 10, 0, 20), window("e2", 102, 20, 0, 20));
        List<Series> series = CallSeries.of(List.of(FIRST, SECOND), windows, MINUTES);

        assertThat(value(series, new Subject.OfCi("shop-1"), "calls.rate", 0)).as("before it was first seen").isNaN();
        assertThat(value(series, new Subject.OfCi("shop-1"), "calls.rate", 2)).as("silent").isZero();
        assertThat(value(series, new Subject.OfCi("shop-1"), "latency.p50", 2)).as("nothing to measure").isNaN();
        assertThat(value(series, new Subject.OfCi("shop-1"), "calls.rate", 3)).as("nothing measured at all").isNaN();
    }

    @Test
    void theMinuteUnderWayCountsForThePartThatIsOver() {
        MinuteRange minutes = MinuteRange.until(Instant.ofEpochSecond(104 * 60 + 35), Duration.ofMinutes(5), Duration.ofSeconds(5));
        List<Series> series = CallSeries.of(List.of(FIRST), List.of(window("e1", 104, 10, 0, 20)), minutes);

        assertThat(minutes).isEqualTo(new MinuteRange(100, 105, 0.5));
        assertThat(value(series, new Subject.OfCi("shop"), "calls.rate", 4)).isEqualTo(20);
    }

    @Test
    void aMinuteThatHasHardlyBegunIsLeftOut() {
        MinuteRange minutes = MinuteRange.until(Instant.ofEpochSecond(104 * 60 + 10), Duration.ofMinutes(4), Duration.ofSeconds(5));

        assertThat(minutes).isEqualTo(new MinuteRange(100, 104, 1));
    }

    @Test
    void windowsOfOtherEdgesAndMinutesArePassedOver() {
        List<CallWindow> windows = List.of(window("other", 101, 10, 0, 20), window("e1", 99, 10, 0, 20), window("e1", 104, 10, 0, 20));

        assertThat(CallSeries.of(List.of(FIRST), windows, MINUTES))
                .allSatisfy(series -> assertThat(series.values()).containsOnly(Double.NaN));
    }

    private static double value(List<Series> series, Subject subject, String metric, int index) {
        return series.stream().filter(one -> one.subject().equals(subject) && one.metric().equals(metric)).findFirst().orElseThrow()
                .values()[index];
    }

    private static CallWindow window(String edgeId, long minute, int calls, int errors, double millis) {
        LatencySketch latency = LatencySketch.empty();
        latency.add(millis, calls);
        return new CallWindow(edgeId, minute, calls, errors, latency, CallSlices.even(calls, errors, latency));
    }
}
