package dev.faultline.rca.trace;

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
}
