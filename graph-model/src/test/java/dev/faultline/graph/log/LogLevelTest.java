package dev.faultline.graph.log;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogLevelTest {
    @ParameterizedTest
    @CsvSource({"0, UNKNOWN", "1, DEBUG", "8, DEBUG", "9, INFO", "12, INFO", "13, WARN", "16, WARN", "17, ERROR", "24, ERROR",
            "25, UNKNOWN",
            "-1, UNKNOWN"})
    void severityNumbersAreThoseOfOpenTelemetry(int number, LogLevel level) {
        assertThat(LogLevel.ofNumber(number)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"error, ERROR", "Warning, WARN", "FATAL, ERROR", "notice, INFO", "trace, DEBUG", "loud, UNKNOWN", "'', UNKNOWN"})
    void wordsAreReadWhateverTheirCase(String word, LogLevel level) {
        assertThat(LogLevel.ofWord(word)).isEqualTo(level);
    }
}
