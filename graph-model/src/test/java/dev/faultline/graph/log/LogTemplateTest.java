package dev.faultline.graph.log;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogTemplateTest {
    @Test
    void linesThatDifferInValuesOnlyAreOneTemplate() {
        LogTemplate first = LogTemplate.of("16:42:22.382 INFO  t.s.OrderService#34 TraceID: a1 SpanID: b2 [find][Find order][id: 17]");
        LogTemplate second = LogTemplate.of("17:00:01.001 INFO  t.s.OrderService#34 TraceID: ff SpanID: 0c [find][Find order][id: 9b]");
        assertThat(first).isEqualTo(second);
        assertThat(first.error()).isFalse();
    }

    @Test
    void placeInTheCodeTellsLinesApart() {
        assertThat(LogTemplate.of("INFO a.B#34 done")).isNotEqualTo(LogTemplate.of("INFO a.B#35 done"));
    }

    @Test
    void errorsAreKnownByTheirLevel() {
        assertThat(LogTemplate.of("2026-01-01 ERROR cannot connect to 10.0.0.1:5432").error()).isTrue();
        assertThat(LogTemplate.of("no level here, error or not").error()).isTrue();
        assertThat(LogTemplate.of("all is well").error()).isFalse();
    }

    @Test
    void levelThatIsToldBesideTheLineBeginsTheTemplate() {
        assertThat(LogTemplate.of(LogLevel.ERROR, "cannot connect to 10.0.0.1:5432").text()).isEqualTo("ERROR cannot connect to");
        assertThat(LogTemplate.of(LogLevel.WARN, "connection error: refused by 7").text()).isEqualTo("WARN connection error");
    }

    @Test
    void levelThatTheLineHoldsIsNotSaidTwice() {
        assertThat(LogTemplate.of(LogLevel.ERROR, "2026-01-05T01:30:00.123Z [main] ERROR o.Orders - order 7 lost").text())
                .isEqualTo(LogTemplate.of("ERROR o.Orders - order 9 lost").text());
    }

    @Test
    void levelIsWrittenBeforeTheFirstWordsOnly() {
        assertThat(LogTemplate.writtenLevel("2026-01-05 01:30:00,123 [pool-1] WARN  slow")).contains(LogLevel.WARN);
        assertThat(LogTemplate.writtenLevel("[FATAL] gone")).isEmpty();
        assertThat(LogTemplate.writtenLevel("FATAL: gone")).contains(LogLevel.ERROR);
        assertThat(LogTemplate.writtenLevel("the ERROR is in the middle")).isEmpty();
        assertThat(LogTemplate.writtenLevel("1".repeat(100_000) + " ERROR")).isEmpty();
    }

    @Test
    void wordsOfAnyScriptAreWords() {
        assertThat(LogTemplate.of(LogLevel.ERROR, "连接数据库超时 12345").text()).isEqualTo("ERROR 连接数据库超时");
    }
}
