package dev.faultline.rca.evidence;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;
import dev.faultline.graph.log.LogWindow;

import static org.assertj.core.api.Assertions.assertThat;

class LogMinutesTest {
    private static LogWindow window(String ciId, long minute, LogLevel level, long count) {
        return new LogWindow(ciId, minute, level, level + " x", count, List.of(new LogSample("line of " + minute, "")));
    }

    @Test
    void minutesWithoutLinesAreZeroAndLinesAreShownOfTheFaultAlone() {
        List<LogSeries> series = LogMinutes.of(List.of(window("a", 10, LogLevel.ERROR, 2), window("a", 13, LogLevel.ERROR, 7)), 9, 14, 12);

        assertThat(series).hasSize(1);
        assertThat(series.getFirst().lines().values()).containsExactly(0, 2, 0, 0, 7);
        assertThat(series.getFirst().lines().epochSeconds()).startsWith(540, 600).endsWith(780);
        assertThat(series.getFirst().samples()).containsExactly(new LogSample("line of 13", ""));
    }

    @Test
    void eachCiAndLevelHasASeriesOfItsOwnAndOtherMinutesAreLeftOut() {
        List<LogSeries> series = LogMinutes.of(List.of(window("a", 10, LogLevel.ERROR, 2), window("b", 10, LogLevel.ERROR, 3),
                window("a", 10, LogLevel.WARN, 4), window("c", 14, LogLevel.WARN, 4), window("c", 8, LogLevel.WARN, 4)), 9, 14, 12);

        assertThat(series).extracting(one -> one.lines().subject().owner() + " " + one.level()).containsExactly("a ERROR", "b ERROR",
                "a WARN");
    }
}
