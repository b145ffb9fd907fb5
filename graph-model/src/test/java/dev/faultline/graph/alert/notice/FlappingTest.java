package dev.faultline.graph.alert.notice;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlappingTest {
    private static final Instant T = Instant.parse("2026-03-02T09:30:00Z");

    /// Episodes that begin every so many minutes.
    private static List<AlertEpisode> every(int minutes, int count) {
        return IntStream.range(0, count).mapToObj(i -> T.plusSeconds(60L * minutes * i))
                .map(start -> new AlertEpisode(start, start.plusSeconds(30), start)).toList();
    }

    @Test
    void whatBeginsFiveTimesInHalfAnHourFlaps() {
        assertThat(Flapping.beginnings(every(7, 5), T.plusSeconds(28 * 60))).isEqualTo(5);
        assertThat(Flapping.beginnings(every(7, 9), T.plusSeconds(56 * 60))).isEqualTo(5);
    }

    @Test
    void whatBeginsSeldomerDoesNot() {
        assertThat(Flapping.beginnings(every(7, 4), T.plusSeconds(21 * 60))).isZero();
        assertThat(Flapping.beginnings(every(8, 9), T.plusSeconds(64 * 60))).isZero();
    }

    @Test
    void whatFlappedBeforeAStartOrFlapsAfterItIsNoMatterOfThatStart() {
        assertThat(Flapping.beginnings(every(1, 9), T.plusSeconds(3_600))).isZero();
        assertThat(Flapping.beginnings(every(1, 9), T)).isZero();
    }
}
