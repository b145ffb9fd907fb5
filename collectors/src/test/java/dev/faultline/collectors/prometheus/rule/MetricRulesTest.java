package dev.faultline.collectors.prometheus.rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.graph.binding.CiLookup;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.call.CallKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetricRulesTest {
    private static final String SOURCE = "sources: [{name: mine, discover: 'group by (a) (b)', keys: [a], bindings: [{ci: {label: a}}], metrics: ";

    private final MetricRules rules = MetricRules.defaults();

    @Test
    void theNodeExporterIsBoundByTheNameOfItsHost() {
        assertThat(source("node exporter").lookups(Map.of("nodename", "db-7", "instance", "10.0.0.7:9100", "job", "node"))).containsExactly(
                new SubjectLookup.OfCi(CiLookup.byName("Host", "db-7")),
                new SubjectLookup.OfCi(new CiLookup("Host", "hostName", "db-7", null)),
                new SubjectLookup.OfCi(CiLookup.byName("Host", "10.0.0.7")));
    }

    @Test
    void theServiceGraphIsBoundToCalls() {
        SourceRule graph = rules.sources().getFirst();
        CallRule calls = java.util.Objects.requireNonNull(graph.calls());
        Map<String, String> labels = Map.of("client", "gateway", "server", "kafka", "connection_type", "messaging_system");

        assertThat(graph.lookups(labels)).first()
                .isEqualTo(new SubjectLookup.OfCalls(CiLookup.byName("Service", "gateway"), CiLookup.byName("Service", "kafka")));
        assertThat(calls.names(labels)).isTrue();
        assertThat(calls.kind(labels)).isEqualTo(CallKind.MESSAGING);
        assertThat(calls.names(Map.of("client", "user", "server", "gateway", "connection_type", "virtual_node"))).isFalse();
        assertThat(calls.names(Map.of("client", "user", "server", "gateway"))).isTrue();
    }

    @Test
    void everyQueryIsNarrowedToWhatIsAskedForAndGroupedByItsKeys() {
        assertThat(rules.sources()).isNotEmpty().allSatisfy(source -> assertThat(source.metrics()).isNotEmpty()
                .allSatisfy(metric -> assertThat(metric.query()).contains("$keys").contains("by ($by)")));
    }

    @Test
    void aFileAddsSourcesAndReplacesThoseOfTheSameName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), SOURCE
                + "[{metric: cpu.percent, signal: RESOURCE, unit: PERCENT, query: 'x{$keys}'}]}, {name: node exporter, discover: d, keys: [x], "
                + "bindings: [], metrics: []}]");

        assertThat(MetricRules.load(file).sources()).extracting(SourceRule::name).contains("mine", "redis exporter")
                .doesNotContain("node exporter");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[{metric: cpu.percent, signal: LATENCY, query: 'x{$keys}'}]|is read by its name as RESOURCE",
            "[{metric: cpu.cores, signal: RESOURCE, unit: PERCENT, query: 'x{$keys}'}]|a share",
            "[{metric: success.rate, signal: ERRORS, unit: RATIO, query: 'x{$keys}'}]|lower is worse",
            "[{metric: cpu.cores, signal: RESOURCE, query: 'x'}]|has no $keys",
            "[{metric: cpu.cores, signal: RESOURCE, query: 'x{$keys}', colour: red}]|colour",
            "[{metric: cpu.cores, query: 'x{$keys}'}]|signal of metric cpu.cores is missing"})
    void whatARuleGetsWrongIsNamed(String metrics, String sentence) {
        assertThatThrownBy(() -> MetricRules.parse("mine.yaml", (SOURCE + metrics + "}]").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mine.yaml").hasMessageContaining(sentence);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> MetricRules.parse("mine.yaml", new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLabelThatIsMissingHasTheEmptyValue() {
        assertThat(source("node exporter").key(Map.of("job", "node"))).isEqualTo(List.of("node", ""));
    }

    private SourceRule source(String name) {
        return rules.sources().stream().filter(source -> source.name().equals(name)).findFirst().orElseThrow();
    }
}
