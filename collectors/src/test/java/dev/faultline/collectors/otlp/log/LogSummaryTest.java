package dev.faultline.collectors.otlp.log;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;

import static org.assertj.core.api.Assertions.assertThat;

class LogSummaryTest {
    private static final Origin ORDERS = new Origin("", "", "orders", null);
    private static final long NOW = 1_767_576_600_000L;
    private static final long MINUTE = NOW / 60_000;

    private final LogCounts counts = new LogCounts();
    private final LogSummary summary = new LogSummary(LogLimits.DEFAULT.withTemplatesMax(2), counts);

    private static LogLine line(LogLevel level, String text) {
        return new LogLine(ORDERS, NOW, level, text, "");
    }

    private Map<LogKey, LogSum> of(LogLine... lines) {
        return summary.of(List.of(lines), NOW);
    }

    private static LogKey key(LogLevel level, String template) {
        return new LogKey(ORDERS, MINUTE, level, template);
    }

    @Test
    void linesOfTroubleAreCountedByTemplateAndTheFirstAreKeptToShow() {
        Map<LogKey, LogSum> sums = of(line(LogLevel.ERROR, "order 1 is lost"), line(LogLevel.ERROR, "order 2 is lost"),
                line(LogLevel.ERROR, "order 3 is lost"));
        assertThat(sums).containsExactly(Map.entry(key(LogLevel.ERROR, "ERROR order is lost"),
                new LogSum(3, List.of(new LogSample("order 1 is lost", ""), new LogSample("order 2 is lost", "")))));
    }

    @Test
    void allOthersAreCountedByLevelAlone() {
        assertThat(of(line(LogLevel.INFO, "order 1"), line(LogLevel.INFO, "price 2"), line(LogLevel.UNKNOWN, "?")))
                .containsOnlyKeys(key(LogLevel.INFO, ""), key(LogLevel.UNKNOWN, "")).containsValue(new LogSum(2, List.of()));
    }

    @Test
    void levelThatOnlyTheLineTellsCounts() {
        assertThat(of(line(LogLevel.UNKNOWN, "2026-01-05 01:30:00 ERROR order 1 is lost")))
                .containsOnlyKeys(key(LogLevel.ERROR, "ERROR order is lost"));
    }

    @Test
    void templatesBeyondTheLimitAreCountedTogetherUntilTheNextHour() {
        assertThat(of(line(LogLevel.WARN, "a one"), line(LogLevel.WARN, "a two"), line(LogLevel.WARN, "a three"),
                line(LogLevel.WARN, "a four"),
                line(LogLevel.WARN, "a one"))).hasSize(3).containsKey(key(LogLevel.WARN, KnownTemplates.OTHERS));
        assertThat(counts.of(LogFate.TEMPLATE_OVERFLOW)).isEqualTo(2);
        assertThat(summary.of(List.of(line(LogLevel.WARN, "a three")), NOW + 3_600_000)).containsOnlyKeys(key(LogLevel.WARN, "WARN three"));
    }

    @Test
    void secretsAreNeitherInTheTemplateNorInWhatIsShown() {
        Map<LogKey, LogSum> sums = of(line(LogLevel.ERROR, "login with password=hunter failed"));
        assertThat(sums.toString()).doesNotContain("hunter");
        assertThat(LogSumText.of(sums)).asString().doesNotContain("hunter");
        assertThat(counts.of(LogFate.SECRET_MASKED)).isEqualTo(1);
    }

    @Test
    void whatTheJournalKeepsIsReadAsItWas() {
        Map<LogKey, LogSum> sums = of(line(LogLevel.ERROR, "order 1 is \"lost\"\n连接"), line(LogLevel.INFO, "x"));
        assertThat(LogSumText.read(LogSumText.of(sums))).isEqualTo(sums);
    }

    @Test
    void longTextsAreCut() {
        LogSum sum = of(line(LogLevel.ERROR, "x".repeat(2_000) + " y")).values().iterator().next();
        assertThat(sum.samples().getFirst().line()).hasSize(300);
    }
}
