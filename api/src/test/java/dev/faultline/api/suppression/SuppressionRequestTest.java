package dev.faultline.api.suppression;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.api.http.Rejection;
import dev.faultline.graph.suppression.LabelMatcher;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionKind;
import dev.faultline.graph.suppression.SuppressionScope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SuppressionRequestTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void aSilenceBeginsNowAndAsksForEqualTextsWhereNothingElseIsSaid() {
        SuppressionRequest read = silence("""
                {"matchers": [{"name": "service", "value": "web"}, {"name": "zone", "value": "a.*", "isRegex": true, "isEqual": false}],
                 "until": "2026-03-02T10:30:00Z", "by": " ann ", "reason": "known"}""");

        assertThat(read).isEqualTo(new SuppressionRequest(
                new SuppressionScope.OfLabels(
                        List.of(new LabelMatcher("service", "web", false, true), new LabelMatcher("zone", "a.*", true, false))),
                NOW, NOW.plus(Duration.ofHours(1)), "ann", "known"));
    }

    @Test
    void aMaintenanceWindowNamesEachCiOnce() {
        SuppressionRequest read = SuppressionRequest.parse(SuppressionKind.MAINTENANCE, bytes("""
                {"ciIds": ["host-1", "host-1"], "deploymentId": "r-7", "from": "2026-03-02T12:00:00Z", "until": "2026-03-02T13:00:00Z",
                 "by": "ann", "reason": "new kernel"}"""), NOW);

        assertThat(read.scope()).isEqualTo(new SuppressionScope.OfCis(List.of("host-1"), "r-7"));
        assertThat(read.toSuppression("m", NOW).state(NOW)).isEqualTo(Suppression.State.PENDING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "[] | 2026-03-02T10:30:00Z | matchers is a list of 0, expected one matcher at least",
            "[{\"name\": \"a\", \"value\": \"\"}] | 2026-03-02T10:30:00Z | and one of them that no empty label fits",
            "[{\"name\": \"a\", \"value\": \"(\", \"isRegex\": true}] | 2026-03-02T10:30:00Z | matchers[0].value is \"(\", expected a regular",
            "[{\"name\": \"a\"}] | 2026-03-02T10:30:00Z | matchers[0].value is missing",
            "[{\"name\": \"a\", \"value\": \"b\", \"isEqual\": 1}] | 2026-03-02T10:30:00Z | matchers[0].isEqual is 1, expected true or false",
            "[{\"name\": \"a\", \"value\": \"b\"}] | 2026-03-02T09:30:00Z | expected a time after from 2026-03-02T09:30:00Z",
            "[{\"name\": \"a\", \"value\": \"b\"}] | 2026-06-01T09:30:00Z | expected a time at most 90 days after from",
            "[{\"name\": \"a\", \"value\": \"b\"}] | tomorrow | until is \"tomorrow\", expected a time"})
    void aWrongSilenceIsRefusedWithASentence(String matchers, String until, String sentence) {
        assertThatThrownBy(
                () -> silence("{\"matchers\": %s, \"until\": \"%s\", \"by\": \"ann\", \"reason\": \"x\"}".formatted(matchers, until)))
                .isInstanceOf(Rejection.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "2026-03-02T08:30:00Z | 2026-03-02T09:00:00Z | a time after now",
            "2025-03-02T08:30:00Z | 2026-03-02T10:00:00Z | from is \"2025-03-02T08:30:00Z\", expected a time at most 90 days before",
            "+1000000000-12-31T23:59:58Z | +1000000000-12-31T23:59:59Z | expected a time at most 90 days before and 366 days after now"})
    void timesOutOfReachAreRefused(String from, String until, String sentence) {
        assertThatThrownBy(() -> silence("""
                {"matchers": [{"name": "a", "value": "b"}], "from": "%s", "until": "%s", "by": "ann", "reason": "x"}""".formatted(from,
                until)))
                .isInstanceOf(Rejection.class).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"until\": \"2026-03-02T10:30:00Z\", \"by\": \"ann\", \"reason\": \"x\"} | ciIds is missing, expected the id of one CI",
            "{\"ciIds\": [\"h\"], \"until\": \"2026-03-02T10:30:00Z\", \"reason\": \"x\"} | by is missing",
            "{\"ciIds\": [\"h\"], \"until\": \"2026-03-02T10:30:00Z\", \"by\": \"ann\"} | reason is missing",
            "{\"ciIds\": [\"h\"], \"matchers\": []} | matchers is a list of 0, expected no such field"})
    void aWrongMaintenanceWindowIsRefusedWithASentence(String body, String sentence) {
        assertThatThrownBy(() -> SuppressionRequest.parse(SuppressionKind.MAINTENANCE, bytes(body), NOW)).isInstanceOf(Rejection.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void whoEndsOneHasToBeNamed() {
        assertThat(SuppressionRequest.end(bytes("{\"by\": \"bob\"}"), NOW)).isEqualTo(new Suppression.End(NOW, "bob", ""));
        assertThatThrownBy(() -> SuppressionRequest.end(bytes("{}"), NOW)).isInstanceOf(Rejection.class)
                .hasMessageContaining("by is missing");
    }

    private static SuppressionRequest silence(String body) {
        return SuppressionRequest.parse(SuppressionKind.SILENCE, bytes(body), NOW);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
