package dev.faultline.collectors.deployment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.graph.deployment.DeploymentOutcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeploymentReportTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:31:00Z");

    private static final String REPORT = """
            {"id": "r-17", "service": "quotes", "fromVersion": "1.4", "toVersion": "1.5", "instances": ["quotes-1"], "hosts": ["h1"],
             "startedAt": "2026-03-02T09:00:00Z", "endedAt": "2026-03-02T09:10:00Z", "by": "release-bot", "outcome": "rolled_back",
             "batches": [{"startedAt": "2026-03-02T09:01:00Z", "completedAt": null, "newInstances": ["quotes-1"]}]}""";

    private static Deployment read(String body) {
        return DeploymentReport.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    @Test
    void aReportIsReadWhole() {
        assertThat(read(REPORT)).isEqualTo(new Deployment("r-17", "quotes", "1.4", "1.5", List.of("quotes-1"), List.of("h1"),
                Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-02T09:10:00Z"), "release-bot", DeploymentOutcome.ROLLED_BACK,
                List.of(new DeploymentBatch(Instant.parse("2026-03-02T09:01:00Z"), null, List.of("quotes-1"), List.of()))));
    }

    @Test
    void withoutOutcomeAndEndItRuns() {
        Deployment deployment = read("""
                {"id": "r-18", "service": "quotes", "toVersion": "1.6", "startedAt": "2026-03-02T09:00:00Z", "by": "li"}""");

        assertThat(deployment.outcome()).isEqualTo(DeploymentOutcome.RUNNING);
        assertThat(deployment.fromVersion()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"\"id\": \"r-17\" | \"id\": \" \" | id is \" \", expected a text",
            "\"by\" | \"By\" | By is \"release-bot\", expected no such field, only batches, by,",
            "rolled_back | fine | outcome is \"fine\", expected one of RUNNING, SUCCEEDED, FAILED, ROLLED_BACK",
            "rolled_back | running | outcome is \"running\", expected another outcome",
            "09:10:00 | 08:10:00 | endedAt is \"2026-03-02T08:10:00Z\", expected a time not before startedAt",
            "[\"h1\"] | \"h1\" | hosts is \"h1\", expected a list",
            "[\"h1\"] | [1] | hosts[0] is 1, expected a text",
            "2026-03-02T09:01:00Z | 2126-03-02T09:01:00Z | batches[0].startedAt is \"2126-03-02T09:01:00Z\", expected a time at most"})
    void whatIsWrongIsNamed(String right, String wrong, String sentence) {
        assertThatThrownBy(() -> read(REPORT.replace(right, wrong))).isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(sentence);
    }
}
