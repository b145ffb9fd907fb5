package dev.faultline.rca.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.RcaException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RulesReaderTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void aFileNeedsOnlyWhatDiffers() throws IOException {
        Rules rules = RulesReader.read(file("unknownBelow: 0.5\nweights: {LATENCY: {logs: 4.5}}\nlimits: {causesMax: 7}"));

        assertThat(rules.unknownBelow()).isEqualTo(0.5);
        assertThat(rules.weight(Signal.LATENCY, "logs")).isEqualTo(4.5);
        assertThat(rules.limits().causesMax()).isEqualTo(7);
        Rules shipped = RulesReader.defaults();
        assertThat(rules.weight(Signal.LATENCY, "spans")).isEqualTo(shipped.weight(Signal.LATENCY, "spans"));
        assertThat(rules.weight(Signal.ERRORS, "logs")).isEqualTo(shipped.weight(Signal.ERRORS, "logs"));
        assertThat(rules.limits().hopsMax()).isEqualTo(shipped.limits().hopsMax());
    }

    @Test
    void aVersionNamesWhatTheRulesSay() throws IOException {
        String shipped = RulesReader.defaults().version();

        assertThat(shipped).matches(".+-[0-9a-f]{10}");
        assertThat(RulesReader.defaults().version()).isEqualTo(shipped);
        assertThat(RulesReader.read(file("unknownBelow: 0.36")).version()).isNotEqualTo(shipped);
        assertThat(RulesReader.read(file("version: ours\nunknownBelow: 0.36")).version()).startsWith("ours-");
        assertThat(RulesReader.read(file("guardSeconds: 60")).version()).as("what is said anyway").isEqualTo(shipped);
    }

    @Test
    void theTextGivesEqualRulesUnderTheSameVersion() {
        Rules rules = RulesReader.defaults();

        assertThat(RulesText.read(RulesText.of(rules))).isEqualTo(rules);
    }

    @Test
    void whatIsWrongIsOneSentenceThatNamesTheFile() throws IOException {
        assertWrong("weights: {LATENCY: {deviaton: 1}}", "'deviaton'", "deviation");
        assertWrong("unknownBellow: 1", "unknownBellow");
        assertWrong("weights: {LATENCE: {logs: 1}}", "LATENCE");
        assertWrong("damping: high", "high");
        assertWrong("limits: {hopsMax: 0}", "limits.hopsMax of the ranking rules is 0, expected 1 to 20");
        assertWrong("weights:", "nothing after 'weights'");
        assertWrong("weights: {LATENCY: {logs: -5}}", "weights.LATENCY.logs of the ranking rules is -5, expected 0 to 100");
        assertWrong("- 1", "no map");
        assertWrong("a: [", "cannot read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"passUnobserved: 1.5", "passHealthy: -0.1", "damping: 7", "unknownBelow: .nan", "changeHalfLifeMinutes: 0",
            "guardSeconds: -600", "normalSamplesMin: 0", "abnormalSteps: 0", "anomalousZ: 1", "halfZ: .inf"})
    void valuesOutOfRangeAreRefusedByName(String line) throws IOException {
        assertWrong(line, line.substring(0, line.indexOf(':')) + " of the ranking rules is ", "expected");
    }

    private void assertWrong(String text, String... parts) throws IOException {
        Path file = file(text);
        assertThatExceptionOfType(RcaException.class).as(text).isThrownBy(() -> RulesReader.read(file))
                .satisfies(e -> assertThat(e.getMessage()).contains(file.toString()).contains(parts).doesNotContain("\n"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "rules", ".yaml"), text);
    }
}
