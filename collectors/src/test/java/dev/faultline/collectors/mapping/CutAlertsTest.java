package dev.faultline.collectors.mapping;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertNotices;
import dev.faultline.graph.alert.notice.AlertState;

import static dev.faultline.collectors.mapping.Fixture.NOW;
import static dev.faultline.collectors.mapping.Fixture.notice;
import static dev.faultline.collectors.mapping.Fixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// An alert is not lost over what can be cut, and says that it was cut.
class CutAlertsTest {
    private static final String ALERT = """
            {"alerts": [{"status": "%s", "fingerprint": "f", "labels": {"a": "b"}, "startsAt": "%s", "endsAt": "%s"}]}""";

    private static String fields(int number) {
        return IntStream.range(0, number).mapToObj(i -> "\"f" + i + "\": \"" + i + "\"").collect(Collectors.joining(", ", "{", "}"));
    }

    @Test
    void pagerDutysDetailsPastTheLimitAreLeftOut() {
        AlertNotice notice = notice("pagerduty", "{\"event_action\": \"trigger\", \"payload\": {\"summary\": \"a\", \"source\": \"b\","
                + " \"custom_details\": " + fields(101) + "}}");

        assertThat(notice.annotations()).hasSize(Texts.TEXTS_MAX + 1).containsEntry("summary", "a").containsEntry("f98", "98")
                .doesNotContainKey("f99").containsEntry(Alert.INTAKE,
                        "payload.custom_details is an object of 101 fields, expected at most 100 annotations: 2 were left out");
        assertThat(notice.labels()).containsEntry("instance", "b");
    }

    @Test
    void oddTagsOfZabbixAreLeftOut() {
        String problem = text("zabbix-problem");
        AlertNotice notice = notice("zabbix", problem.replaceAll("\"event_tags\": \".*\",?\n", "\"event_tags\": \"[{\",\n"));

        assertThat(notice.labels()).containsEntry("host", "db-1").doesNotContainKey("component");
        assertThat(notice.annotations()).containsEntry(Alert.INTAKE, "event_tags is \"[{\", expected JSON in a text: left out");
        assertThat(notice("zabbix", problem).annotations()).doesNotContainKey(Alert.INTAKE);
    }

    @Test
    void aNameThatIsTooLongCostsNoOther() {
        String labels = "{\"%s\": \"x\", \"host\": \"db-1\"}".formatted("n".repeat(257));
        AlertNotice notice = notice("plain", "{\"name\": \"a\", \"fingerprint\": \"f\", \"labels\": %s}".formatted(labels));

        assertThat(notice.labels()).containsOnlyKeys("alertname", "host");
        assertThat(notice.annotations().get(Alert.INTAKE)).contains("names of 1 to 256 characters");
    }

    @Test
    void labelsThatIdentifyAnAlertAreNotCut() {
        assertThatThrownBy(() -> notice("plain", "{\"name\": \"a\", \"labels\": " + fields(101) + "}"))
                .isInstanceOf(InvalidInputException.class).hasMessageContaining("as they identify the alert");
    }

    @Test
    void aStartTooFarAheadIsTakenForAnUnknownOne() {
        AlertNotice fires = notice("grafana", ALERT.formatted("firing", NOW.plusSeconds(7_200), ""));
        AlertNotice again = read(NOW.plusSeconds(60), "firing");
        AlertNotice ends = read(NOW.plusSeconds(120), "resolved");
        AlertNotices all = AlertNotices.of(fires).join(AlertNotices.of(again)).join(AlertNotices.of(ends));

        assertThat(fires.startsAt()).isEqualTo(NOW);
        assertThat(fires.annotations().get(Alert.INTAKE))
                .isEqualTo("alerts[0].startsAt is \"2026-03-02T11:45:00Z\", expected a time at most"
                        + " 60 minutes after now: it was taken for 2026-03-02T09:45:00Z");
        assertThat(all.episodes()).singleElement()
                .satisfies(episode -> assertThat(episode.resolvedAt()).isEqualTo(NOW.plusSeconds(120)));
        assertThat(all.state()).isEqualTo(AlertState.RESOLVED);
    }

    private static AlertNotice read(Instant now, String status) {
        String body = ALERT.formatted(status, NOW.plusSeconds(7_200), NOW.plusSeconds(7_260));
        return Fixture.read(AlertMappings.defaults().ofHttp("grafana").orElseThrow(), body, now).notices().getFirst();
    }

    @Test
    void anEndTooFarAheadIsTakenForTheTimeOfReceipt() {
        AlertNotice ends = notice("grafana", ALERT.formatted("resolved", NOW.minusSeconds(60), NOW.plusSeconds(7_200)));

        assertThat(AlertNotices.of(ends).current().resolvedAt()).isEqualTo(NOW);
        assertThat(ends.annotations()).containsKey(Alert.INTAKE);
    }
}
