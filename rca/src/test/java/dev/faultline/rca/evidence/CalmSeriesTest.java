package dev.faultline.rca.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class CalmSeriesTest {
    private static final TimeWindow EARLIER = new TimeWindow(Instant.ofEpochSecond(25), Instant.ofEpochSecond(45));

    @Test
    void theTimeOfAnEarlierIncidentIsTakenOut() {
        double[] values = CalmSeries.of(List.of(series(12)), List.of(EARLIER), 100).getFirst().values();

        assertThat(values).containsExactly(0, 1, Double.NaN, Double.NaN, Double.NaN, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void nothingIsTakenOutOfTheFaultItself() {
        double[] values = CalmSeries.of(List.of(series(12)), List.of(new TimeWindow(Instant.ofEpochSecond(85), Instant.ofEpochSecond(115))),
                90).getFirst().values();

        assertThat(values).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, Double.NaN, 9, 10, 11);
    }

    @Test
    void aSeriesThatWouldKeepNextToNothingStaysAsItIs() {
        assertThat(CalmSeries.of(List.of(series(6)), List.of(EARLIER), 100).getFirst().values()).doesNotContain(Double.NaN);
    }

    private static Series series(int count) {
        return new Series(new Subject.OfCi("shop"), "latency.mean", Signal.LATENCY, Duration.ofSeconds(10),
                LongStream.range(0, count).map(i -> i * 10).toArray(), IntStream.range(0, count).asDoubleStream().toArray());
    }
}
