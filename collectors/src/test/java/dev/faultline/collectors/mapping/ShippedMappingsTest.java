package dev.faultline.collectors.mapping;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertNotices;
import dev.faultline.graph.alert.notice.AlertState;

import static dev.faultline.collectors.mapping.Fixture.notice;
import static dev.faultline.collectors.mapping.Fixture.read;
import static dev.faultline.collectors.mapping.Fixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ShippedMappingsTest {

    @Test
    void grafanaTellsStatesAndTimesOfEachAlertByItsFingerprint() {
        MappedMessage message = read("grafana", text("grafana"));

        assertThat(message.notices()).extracting(AlertNotice::fingerprint).containsExactly("c6eadffa33fcdf37", "bc97ff14869b13e3");
        assertThat(message.notices()).extracting(AlertNotice::state).containsExactly(AlertState.FIRING, AlertState.RESOLVED);
        assertThat(message.notices().getFirst().startsAt()).isEqualTo(Instant.parse("2021-10-12T07:51:03.157076Z"));
        assertThat(message.notices().getLast().endsAt()).isEqualTo(Instant.parse("2021-10-12T08:01:03.157076Z"));
        assertThat(message.notices().getFirst().labels()).containsEntry("alertname", "High memory usage").containsEntry("zone", "us-1");
        assertThat(message.notices().getFirst().annotations()).containsKeys("runbook_url", "silenceURL").doesNotContainKeys("panelURL",
                Alert.GROUP);
    }

    @Test
    void zabbixRecoversByTheEventThatBeganIt() {
        AlertNotice problem = notice("zabbix", text("zabbix-problem"));
        AlertNotice recovery = notice("zabbix", text("zabbix-recovery"));
        Instant start = LocalDateTime.parse("2026-03-02T09:30:00").atZone(ZoneId.systemDefault()).toInstant();

        assertThat(problem.state()).isEqualTo(AlertState.FIRING);
        assertThat(problem.fingerprint()).isEqualTo("trigger-16199").isEqualTo(recovery.fingerprint());
        assertThat(problem.startsAt()).isEqualTo(start).isEqualTo(recovery.startsAt());
        assertThat(recovery.endsAt()).isEqualTo(start.plusSeconds(690));
        assertThat(problem.labels()).containsExactlyInAnyOrderEntriesOf(Map.of("alertname", "High CPU utilization (over 90% for 5m)",
                "severity", "critical", "host", "db-1", "trigger_id", "16199", "component", "cpu", "scope", "performance"));
        assertThat(problem.annotations()).containsEntry("address", "10.0.0.17").containsEntry("generatorURL",
                "https://zabbix.example/zabbix/tr_events.php?triggerid=16199&eventid=4711");
    }

    @Test
    void whatZabbixDiscoversIsNoAlert() {
        MappedMessage message = read("zabbix", text("zabbix-problem").replace("\"event_source\": \"0\"", "\"event_source\": \"1\""));

        assertThat(message.notices()).isEmpty();
        assertThat(message.ignored()).isEqualTo(1);
    }

    @Test
    void skyWalkingRecoversByRuleAndEntity() {
        AlertNotice alarm = read("skywalking", text("skywalking")).notices().getFirst();
        AlertNotice recovery = notice("skywalking", text("skywalking-recovery"));
        AlertNotices all = AlertNotices.of(recovery).join(AlertNotices.of(alarm));

        assertThat(alarm.labels()).containsEntry("service", "serviceA").containsEntry("level", "WARNING").containsEntry("alertname",
                "service_resp_time_rule");
        assertThat(alarm.fingerprint()).isEqualTo(recovery.fingerprint());
        assertThat(all.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(all.current().startsAt()).isEqualTo(Instant.ofEpochMilli(1_560_524_171_000L));
        assertThat(all.current().resolvedAt()).isEqualTo(Instant.ofEpochMilli(1_560_524_231_000L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"SERVICE_INSTANCE | quotes-1 of quotes | instance | quotes-1",
            "SERVICE_INSTANCE | quotes-1 of quotes | service | quotes", "ENDPOINT | /orders in trading | service | trading",
            "ENDPOINT | /orders in trading | endpoint | /orders", "SERVICE_RELATION | gateway to quotes | caller | gateway",
            "SERVICE_RELATION | gateway to quotes | callee | quotes"})
    void skyWalkingNamesItsEntitiesByScope(String scope, String name, String label, String expected) {
        String body = text("skywalking-recovery").replace("\"SERVICE\"", '"' + scope + '"').replace("serviceA", name);

        assertThat(notice("skywalking", body).labels()).containsEntry(label, expected);
    }

    @Test
    void pagerDutyResolvesWithItsKeyAlone() {
        AlertNotice trigger = pagerDuty(text("pagerduty-trigger"));
        AlertNotice resolve = pagerDuty(text("pagerduty-resolve"));
        AlertNotices all = AlertNotices.of(trigger).join(AlertNotices.of(resolve));

        assertThat(trigger.startsAt()).isEqualTo(Instant.parse("2015-07-17T08:42:58.315Z"));
        assertThat(trigger.labels()).containsEntry("alertname", "deploy").containsEntry("component", "postgres").containsEntry("severity",
                "info");
        assertThat(trigger.annotations()).containsEntry("ping time", "1500ms").containsEntry("load avg", "0.75").containsEntry("summary",
                "Example alert on host1.example.com");
        assertThat(trigger.labels() + " " + trigger.annotations()).doesNotContain("routing");
        assertThat(all.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(all.word().labels()).isEqualTo(trigger.labels());
    }

    /// Read when the documentation's example was new.
    private static AlertNotice pagerDuty(String body) {
        AlertMapping mapping = AlertMappings.defaults().ofHttp("pagerduty").orElseThrow();
        return read(mapping, body, Instant.parse("2015-07-17T09:00:00Z")).notices().getFirst();
    }

    @Test
    void aPagerDutyEventWithoutAKeyHasTheSameKeyEachTime() {
        String body = text("pagerduty-trigger").replace("\"dedup_key\": \"samplekeyhere\",", "");

        assertThat(pagerDuty(body).fingerprint()).hasSize(32)
                .isEqualTo(pagerDuty(body.replace("1500ms", "1700ms")).fingerprint());
    }

    @Test
    void anAcknowledgementChangesNothing() {
        assertThat(read("pagerduty", text("pagerduty-resolve").replace("resolve", "acknowledge")).ignored()).isEqualTo(1);
        assertThat(read("nagios", text("nagios").replace("PROBLEM", "ACKNOWLEDGEMENT")).ignored()).isEqualTo(1);
    }

    @Test
    void nagiosFiresOnWhileItsStatesChangeAndEndsWhenItRecovers() {
        String problem = text("nagios");
        AlertNotices all = AlertNotices.of(notice("nagios", problem.replace("CRITICAL", "WARNING")))
                .join(AlertNotices.of(notice("nagios", problem.replace("1772443800", "1772443860"))));
        AlertNotices ended = all.join(AlertNotices
                .of(notice("nagios", problem.replace("PROBLEM", "RECOVERY").replace("1772443800", "1772443920"))));

        assertThat(all.current().startsAt()).isEqualTo(Instant.ofEpochSecond(1_772_443_800));
        assertThat(all.word().labels()).containsEntry("severity", "critical").containsEntry("host", "db-1").containsEntry("alertname",
                "Disk /");
        assertThat(ended.current().resolvedAt()).isEqualTo(Instant.ofEpochSecond(1_772_443_920));
        assertThat(ended.episodes()).hasSize(1);
    }

    @Test
    void macrosThatNagiosLeftAsTheyAreStandForNothing() {
        AlertNotice host = notice("nagios", text("nagios").replace("Disk /", "$SERVICEDESC$").replace("CRITICAL\"", "DOWN\""));

        assertThat(host.labels()).containsEntry("alertname", "Host state").doesNotContainKey("check");
        assertThat(host.fingerprint()).isNotEqualTo(notice("nagios", text("nagios")).fingerprint());
    }

    @Test
    void aCloudEventIsOrderedByItsTimeAndEndsByItsType() {
        AlertNotice raised = notice("cloudevents", text("cloudevents"));
        AlertNotice cleared = notice("cloudevents", text("cloudevents").replace("raised", "cleared").replace("17:31", "17:45"));

        assertThat(raised.startsAt()).isEqualTo(Instant.parse("2018-04-05T17:31:00Z"));
        assertThat(raised.labels()).containsEntry("alertname", "com.example.disk.full").containsEntry("host", "db-1").containsEntry(
                "severity", "critical");
        assertThat(cleared.state()).isEqualTo(AlertState.RESOLVED);
        assertThat(cleared.fingerprint()).isEqualTo(raised.fingerprint());
    }

    @Test
    void plainAlertsNeedNoMoreThanAName() {
        AlertNotice notice = notice("plain", "{\"alerts\": {\"name\": \"DiskFull\", \"labels\": {\"host\": \"db-1\", \"disk\": 1}}}");

        assertThat(notice.labels()).isEqualTo(Map.of("alertname", "DiskFull", "host", "db-1", "disk", "1"));
        assertThat(notice.startsAt()).isEqualTo(Fixture.NOW);
    }

    @Test
    void theExampleOfThePlainMappingIsRead() {
        String text = AlertMappings.defaults().ofHttp("plain").orElseThrow().text();
        String example = text.lines().filter(line -> line.startsWith("#   {\"name\"")).findFirst().orElseThrow().substring(1);
        AlertNotice notice = notice("plain", example);

        assertThat(notice.state()).isEqualTo(AlertState.FIRING);
        assertThat(notice.labels()).isEqualTo(Map.of("alertname", "DiskFull", "severity", "critical", "host", "db-1"));
        assertThat(notice.annotations()).isEqualTo(Map.of("summary", "/ is at 97 %"));
        assertThat(read("plain", "[" + example + "," + example + "]").notices()).hasSize(2);
        assertThat(notice("plain", "{\"alerts\": [" + example + "]}")).isEqualTo(notice);
        assertThat(read("plain", "{\"alerts\": []}").notices()).isEmpty();
    }

    @Test
    void aBatchOfCloudEventsIsReadEventByEvent() {
        String raised = text("cloudevents");
        MappedMessage batch = read("cloudevents", "[" + raised + "," + raised.replace("disk.full.raised", "user.created") + "]");

        assertThat(batch.notices()).containsExactly(notice("cloudevents", raised));
        assertThat(batch.ignored()).isEqualTo(1);
    }

    @Test
    void aCloudEventWithoutAWordOnAStateIsNoAlert() {
        String event = "{\"specversion\": \"1.0\", \"type\": \"com.x.order.changed\", \"source\": \"/x\", \"data\": %s}";

        assertThat(read("cloudevents", event.formatted("\"a text\"")).ignored()).isEqualTo(1);
        assertThat(read("cloudevents", event.formatted("{\"status\": \"paid\"}")).ignored()).isEqualTo(1);
        assertThat(notice("cloudevents", event.formatted("{\"status\": \"Problem\"}")).state()).isEqualTo(AlertState.FIRING);
        assertThat(notice("cloudevents", event.formatted("{\"state\": \"ok\"}")).state()).isEqualTo(AlertState.RESOLVED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "zabbix | {\"event_value\": \"2\"} | event_value is \"2\", expected one of 1, 0",
            "zabbix | {\"event_value\": \"1\", \"event_name\": \"x\", \"trigger_id\": \"1\", \"event_date\": \"2026-03-02\", \"event_time\": \"09:00:00\"} | event_date is \"2026-03-02\", expected a time of the mapping's format yyyy.MM.dd HH:mm:ss",
            "zabbix | {\"event_value\": \"1\", \"event_name\": \"x\", \"trigger_id\": \"1\"} | event_date is missing, expected a time of the mapping's format",
            "grafana | {\"alerts\": [{}]} | alerts[0].status is missing, expected one of firing, resolved",
            "skywalking | [{\"startTime\": 5}] | [0].ruleName is missing, expected the name of the rule",
            "skywalking | 7 | body is 7, expected a list of at most 10000 items",
            "pagerduty | {\"event_action\": \"resolve\"} | dedup_key is missing, expected the dedup_key of the event",
            "pagerduty | {\"event_action\": \"trigger\", \"payload\": {}} | payload.summary is missing, expected a text",
            "pagerduty | {\"event_action\": \"explode\", \"payload\": {\"summary\": \"a\", \"source\": \"b\"}} | event_action is \"explode\", expected one of trigger, acknowledge, resolve",
            "nagios | {\"type\": \"PROBLEM\"} | host is missing, expected the name of the host",
            "cloudevents | {\"specversion\": \"0.3\"} | specversion is \"0.3\", expected \"1.0\"",
            "cloudevents | [{\"specversion\": \"1.0\", \"type\": \"a.raised\", \"source\": \"b\"}, {\"specversion\": \"0.3\"}] | [1].specversion is \"0.3\", expected \"1.0\"",
            "cloudevents | {\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"b\", \"data\": {\"state\": \"odd\"}} | data.state is \"odd\", expected one of firing",
            "skywalking | [{\"ruleName\": \"a\", \"name\": \"b\", \"startTime\": \"abc\"}] | [0].startTime is \"abc\", expected a time such as",
            "plain | {\"state\": \"firing\"} | name is missing, expected the name of the condition",
            "plain | {\"alerts\": [{\"name\": \"a\", \"at\": \"yesterday\"}]} | alerts[0].at is \"yesterday\", expected a time such as 2026-03-02T09:30:00Z",
            "plain | {\"alerts\": [{\"name\": \"a\"}, {\"state\": \"firing\"}]} | alerts[1].name is missing, expected the name of the condition"})
    void whatDoesNotFitIsNamed(String source, String body, String sentence) {
        MappedMessage[] read = new MappedMessage[1];

        if (source.equals("grafana")) {
            assertThat(read(source, body).refusals()).singleElement().asString().startsWith(sentence);
        } else {
            assertThatThrownBy(() -> read[0] = read(source, body)).isInstanceOf(InvalidInputException.class)
                    .hasMessageStartingWith(sentence);
        }
        assertThat(read[0]).isNull();
    }
}
