package dev.faultline.collectors.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlertmanagerMappingTest {

    private static final AlertMapping MAPPING = AlertMappings.defaults().ofHttp("alertmanager").orElseThrow();

    private static final Instant NOW = Instant.parse("2026-03-02T09:31:00Z");

    private static final String FIRING = """
            {"version": "4", "groupKey": "{}:{}", "truncatedAlerts": 0, "status": "firing", "receiver": "faultline",
             "groupLabels": {}, "commonLabels": {}, "commonAnnotations": {}, "externalURL": "http://am:9093",
             "alerts": [{"status": "firing", "labels": {"alertname": "HighLatency", "service": "quotes"},
               "annotations": {"summary": "slow"}, "startsAt": "2026-03-02T09:30:00.123Z", "endsAt": "0001-01-01T00:00:00Z",
               "generatorURL": "http://prometheus/graph", "fingerprint": "90f5c4b1f0e1a2b3"}]}""";

    private static List<AlertNotice> read(String body) {
        MappedMessage message = message(body);
        assertThat(message.refusals()).isEmpty();
        return message.notices();
    }

    private static MappedMessage message(String body) {
        return message(body.getBytes(StandardCharsets.UTF_8));
    }

    private static MappedMessage message(byte[] body) {
        return MAPPING.read(JsonField.any(body, "JSON"), NOW);
    }

    @Test
    void aFiringAlertBecomesANotice() {
        assertThat(read(FIRING)).containsExactly(new AlertNotice("alertmanager", "90f5c4b1f0e1a2b3", AlertState.FIRING,
                Instant.parse("2026-03-02T09:30:00.123Z"), null, Map.of("alertname", "HighLatency", "service", "quotes"),
                Map.of("summary", "slow", "generatorURL", "http://prometheus/graph"), NOW));
    }

    @Test
    void theGroupOfAMessageIsKept() {
        String grouped = FIRING.replace("\"groupLabels\": {}", "\"groupLabels\": {\"cluster\": \"a\"}");

        assertThat(read(grouped)).singleElement()
                .satisfies(notice -> assertThat(notice.annotations()).containsEntry(Alert.GROUP, "{}:{}"));
    }

    @Test
    void aResolvedAlertKeepsItsEnd() {
        String resolved = FIRING.replace("\"firing\"", "\"resolved\"").replace("0001-01-01T00:00:00Z", "2026-03-02T17:30:30+08:00");

        assertThat(read(resolved)).singleElement().satisfies(notice -> {
            assertThat(notice.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(notice.endsAt()).isEqualTo(Instant.parse("2026-03-02T09:30:30Z"));
        });
    }

    @Test
    void withoutAFingerprintTheLabelsIdentifyTheAlert() {
        String without = FIRING.replace("90f5c4b1f0e1a2b3", "");
        String turned = without.replace("\"alertname\": \"HighLatency\", \"service\": \"quotes\"",
                "\"service\": \"quotes\", \"alertname\": \"HighLatency\"");

        assertThat(read(without).getFirst().fingerprint()).hasSize(32).isEqualTo(read(turned).getFirst().fingerprint());
    }

    @Test
    void aLabelOfAMillionCharactersIsCutVisibly() {
        String value = read(FIRING.replace("\"quotes\"", "\"" + "x".repeat(1_000_000) + "\"")).getFirst().labels().get("service");

        assertThat(value).hasSizeLessThan(1_100).endsWith("... (cut, 1000000 characters)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "2026-03-02T09:30:00.123Z | yesterday | alerts[0].startsAt is \"yesterday\", expected a time such as",
            "2026-03-02T09:30:00.123Z | 1970-01-01T00:00:00Z | alerts[0].startsAt is \"1970-01-01T00:00:00Z\", expected a time at most 3650 days",
            "2026-03-02T09:30:00.123Z | 9999-12-31T00:00:00Z | alerts[0].startsAt is \"9999-12-31T00:00:00Z\", expected a time at most",
            "{\"status\": \"firing\" | {\"status\": \"burning\" | alerts[0].status is \"burning\", expected one of firing, resolved",
            "{\"status\": \"firing\" | {\"status\": \"resolved\" | alerts[0].endsAt is \"0001-01-01T00:00:00Z\", expected the time",
            "\"labels\": {\"alertname\" | \"names\": {\"alertname\" | alerts[0].labels is missing, expected at least one label",
            "\"quotes\" | 17 | alerts[0].labels.service is 17, expected a text",
            "\"quotes\" | {\"a\": {}} | alerts[0].labels.service is an object of 1 fields, expected a text"})
    void whatIsWrongOfAnAlertIsNamed(String right, String wrong, String sentence) {
        assertThat(message(FIRING.replace(right, wrong))).satisfies(message -> {
            assertThat(message.notices()).isEmpty();
            assertThat(message.refusals()).singleElement().asString().startsWith(sentence);
        });
    }

    @Test
    void anOddAlertDoesNotCostTheOthersOfItsMessage() {
        String alert = FIRING.substring(FIRING.indexOf("[{") + 1, FIRING.lastIndexOf("]}"));
        String odd = alert.replace("\"firing\"", "\"resolved\"").replace("0001-01-01T00:00:00Z", "2026-03-02T09:29:00Z");
        MappedMessage message = message(FIRING.replace(alert, alert + "," + odd + "," + alert.replace("b3", "b4")));

        assertThat(message.notices()).extracting(AlertNotice::fingerprint).containsExactly("90f5c4b1f0e1a2b3", "90f5c4b1f0e1a2b4");
        assertThat(message.refusals())
                .containsExactly(
                        "alerts[1].endsAt is \"2026-03-02T09:29:00Z\", expected a time not before startsAt 2026-03-02T09:30:00.123Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "\"version\": \"4\" | \"version\": \"3\" | version is \"3\", expected version \"4\"",
            "\"alerts\" | \"alarms\" | alerts is missing, expected a list of alerts"})
    void whatIsWrongOfAMessageIsNamed(String right, String wrong, String sentence) {
        assertThatThrownBy(() -> message(FIRING.replace(right, wrong))).isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"nonsense", "[1, 2]", "{\"alerts\": [", "\"text\"", "{\"alerts\": 7}"})
    void nonsenseIsRefused(String body) {
        assertThatThrownBy(() -> message(body)).isInstanceOf(InvalidInputException.class).hasMessageContaining("expected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{\"alerts\": [null]}", "{\"alerts\": [[]]}"})
    void whatIsNoAlertIsRefused(String body) {
        assertThat(message(body).refusals()).singleElement().asString().contains("expected an alert object");
    }

    @Test
    void endlessNestingIsRefused() {
        assertThatThrownBy(() -> message("{\"alerts\":" + "[".repeat(100_000))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void emptyAndBinaryBodiesAreRefused() {
        assertThatThrownBy(() -> message("")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> message(new byte[]{(byte) 0x8b, 0, (byte) 0xff}))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void tooManyLabelsAreRefused() {
        var labels = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            labels.append("\"label").append(i).append("\": \"x\", ");
        }
        assertThat(message(FIRING.replace("\"service\"", labels + "\"service\"")).refusals()).singleElement().asString()
                .contains("an object of at most 100 fields");
    }
}
