package dev.faultline.api.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class LogSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:30:35Z");

    private static LogSeries series(String ciId, String template) {
        return new LogSeries(LogLevel.ERROR, template, new Series(new Subject.OfCi(ciId), "log lines", Signal.ERRORS, Duration.ofMinutes(1),
                new long[]{0}, new double[]{1}), List.of());
    }

    @Test
    void linesThatTwoSourcesCountedCountOnce() {
        LogSource own = (ciIds, from, window, missing) -> List.of(series("shop", "ERROR lost"));
        LogSource other = (ciIds, from, window, missing) -> {
            missing.accept("logs-late");
            return List.of(series("shop", ""), series("web", ""));
        };
        List<String> missing = new ArrayList<>();

        List<LogSeries> both = own.or(other).of(List.of("shop", "web"), NOW, new TimeWindow(NOW, NOW.plusSeconds(1)), missing::add);

        assertThat(both).extracting(one -> one.lines().subject().owner() + one.template()).containsExactly("shopERROR lost", "web");
        assertThat(missing).containsExactly("logs-late");
    }
}
