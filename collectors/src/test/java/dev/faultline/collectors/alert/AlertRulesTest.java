package dev.faultline.collectors.alert;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.graph.alert.AlertMeaning;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.binding.CiLookup;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.symptom.Signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlertRulesTest {

    private final AlertRules rules = AlertRules.defaults();

    @Test
    void theMostSpecificBindingComesFirst() {
        AlertMeaning meaning = rules.read(Map.of("alertname", "HighLatency", "service", "quotes", "instance", "quotes-2"), Map.of());

        assertThat(meaning.lookups()).startsWith(
                new SubjectLookup.OfCi(new CiLookup("ServiceInstance", "name", "quotes-2", "quotes")),
                new SubjectLookup.OfCi(new CiLookup("ServiceInstance", "instanceId", "quotes-2", "quotes")),
                new SubjectLookup.OfCi(CiLookup.byName("Service", "quotes")));
    }

    @Test
    void callerAndCalleeMeanTheCallsBetweenThem() {
        AlertMeaning meaning = rules.read(Map.of("alertname", "SlowCalls", "client", "gateway", "server", "quotes"), Map.of());

        assertThat(meaning.lookups()).first().isEqualTo(
                new SubjectLookup.OfCalls(CiLookup.byName("Service", "gateway"), CiLookup.byName("Service", "quotes")));
    }

    @Test
    void theHostOfAnInstanceIsNamedWithoutItsPort() {
        AlertMeaning meaning = rules.read(Map.of("alertname", "HighCpu", "instance", "db-7:9100"), Map.of());

        assertThat(meaning.lookups()).contains(new SubjectLookup.OfCi(CiLookup.byName("Host", "db-7")));
    }

    @Test
    void blankLabelsMeanNothing() {
        assertThat(rules.read(Map.of("alertname", "X", "service", " "), Map.of()).lookups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HighErrorRate,ERRORS", "LatencyHigh,LATENCY", "InstanceDown,SILENCE", "NodeCPUHigh,RESOURCE", "TrafficSurge,TRAFFIC",
            "Whatever,UNKNOWN"})
    void theNameTellsTheSignal(String name, Signal signal) {
        assertThat(rules.read(Map.of("alertname", name), Map.of()).signal()).isEqualTo(signal);
    }

    @Test
    void aLabelThatSaysTheSignalIsBelievedBeforeTheName() {
        assertThat(rules.read(Map.of("alertname", "HighErrorRate", "signal", "latency"), Map.of()).signal()).isEqualTo(Signal.LATENCY);
    }

    @Test
    void annotationsTellTheSignalWhereTheNameDoesNot() {
        assertThat(rules.read(Map.of("alertname", "Q17"), Map.of("summary", "p99 above 2 s")).signal()).isEqualTo(Signal.LATENCY);
    }

    @ParameterizedTest
    @CsvSource({"page,CRITICAL", "CRITICAL,CRITICAL", "warn,WARNING", "info,INFO", "purple,WARNING"})
    void wordsTellTheSeverity(String word, Severity severity) {
        assertThat(rules.read(Map.of("alertname", "X", "severity", word), Map.of()).severity()).isEqualTo(severity);
    }

    @Test
    void unknownKeysOfARuleFileAreRefused() {
        assertThatThrownBy(() -> AlertRules.parse("mine.yaml",
                "severity: {labels: [x], words: {}, fallback: INFO, colour: red}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mine.yaml").hasMessageContaining("colour");
    }

    @Test
    void missingPartsOfARuleFileAreNamed() {
        assertThatThrownBy(() -> AlertRules.parse("mine.yaml", "nameLabels: [x]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("severity is missing");
    }
}
