package dev.faultline.collectors.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlertMappingsTest {
    private static final String VENDOR = """
            mappings:
              - source: bankmon
                about: The monitor of a vendor
                alerts: /data/event.list
                missing: '-|n/a'
                fingerprint: {text: "${system}/${code}"}
                state: {path: /status code, values: {"0": RESOLVED, "1": FIRING}}
                startsAt: {path: begin, format: yyyyMMddHHmmss, zone: Asia/Shanghai}
                name: [title, code]
                severity: {path: level, values: {"9": critical, "*": info}}
                labels: {service: {path: system, pattern: '^sys-(.+)$'}, team: {text: brokerage}}
                annotations: {"*": {path: extra, prefix: x_}, seen: $.sentAt}
            """;
    private static final String MESSAGE = """
            {"sentAt": "now", "data": {"event.list": [{"system": "sys-quotes", "code": 17, "status code": 1, "begin": "20260302173000",
              "title": "-", "level": 9, "extra": {"a": true, "b": {"c": 1}, "d": "n/a"}}]}}""";

    @Test
    void aVendorsMonitorIsReadByAFile() {
        AlertNotice notice = read(VENDOR, "bankmon", MESSAGE).getFirst();

        assertThat(notice.source()).isEqualTo("bankmon");
        assertThat(notice.fingerprint()).isEqualTo("sys-quotes/17");
        assertThat(notice.state()).isEqualTo(AlertState.FIRING);
        assertThat(notice.startsAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
        assertThat(notice.labels()).containsOnly(java.util.Map.entry("alertname", "17"), java.util.Map.entry("severity", "critical"),
                java.util.Map.entry("service", "quotes"), java.util.Map.entry("team", "brokerage"));
        assertThat(notice.annotations()).containsOnly(java.util.Map.entry("x_a", "true"), java.util.Map.entry("x_b", "{\"c\":1}"),
                java.util.Map.entry("seen", "now"));
    }

    @Test
    void oneMappingCanBeLikeAnother() {
        AlertNotice notice = read("mappings: [{source: zabbix-2, like: zabbix, name: alert_subject}]", "zabbix-2",
                Fixture.text("zabbix-problem")).getFirst();

        assertThat(notice.source()).isEqualTo("zabbix-2");
        assertThat(notice.fingerprint()).isEqualTo("trigger-16199");
        assertThat(notice.labels()).containsEntry("alertname", "Problem: High CPU utilization (over 90% for 5m)");
    }

    @Test
    void aMappingOfTheFileGoesBeforeTheOneThatFaultlineComesWith() {
        AlertMapping mapping = AlertMappings.of("file", """
                mappings:
                  - source: grafana
                    like: grafana
                    signature: {secrets: [{env: SECRET}], header: X-Grafana-Alerting-Signature, timestampHeader: X-Time, window: 90s}
                """).ofHttp("grafana").orElseThrow();

        assertThat(mapping.signature()).get().satisfies(rule -> {
            assertThat(rule.signed()).isEqualTo("{timestamp}:{body}");
            assertThat(rule.window()).isEqualTo(Duration.ofSeconds(90));
        });
        assertThat(Fixture.read(mapping, Fixture.text("grafana"), Fixture.NOW).notices()).hasSize(2);
    }

    @Test
    void everyShippedMappingSaysWhatItIs() {
        assertThat(AlertMappings.defaults().all()).hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(mapping -> assertThat(mapping.about()).endsWith(".")).allSatisfy(mapping -> assertThat(mapping.text())
                        .startsWith("#"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "code: 1 | code is 1, expected no such field, only mappings",
            "mappings: [{source: A}] | mappings[0].source is \"A\", expected up to 64 small letters",
            "mappings: [{source: a}] | mappings[0].state is missing, expected how a message says whether",
            "mappings: [{source: a, state: {path: s, values: {up: FINE}}}] | mappings[0].state.values.up is \"FINE\", expected one of FIRING, RESOLVED, IGNORED",
            "mappings: [{source: a, state: s, severty: x}] | mappings[0].severty is \"x\", expected no such field",
            "mappings: [{source: a, state: s, name: {}}] | mappings[0].name is an object of 0 fields, expected one of path, text, first, hash",
            "mappings: [{source: a, state: s, name: {path: a, pattern: '('}}] | mappings[0].name.pattern is \"(\", expected a regular expression",
            "mappings: [{source: a, state: s, at: {path: a, format: bbb}}] | mappings[0].at.format is \"bbb\", expected a format such as",
            "mappings: [{source: a, state: s, at: {path: a, zone: Mars}}] | mappings[0].at.zone is \"Mars\", expected a time zone",
            "mappings: [{source: a, state: s}, {source: a, state: s}] | mappings[1].source is \"a\", expected a source that no other",
            "mappings: [{source: a, like: b}] | mappings[0].like is \"b\", expected one of alertmanager, cloudevents",
            "mappings: [{source: a, state: s, input: pigeon}] | mappings[0].input is \"pigeon\", expected one of http, snmp, syslog",
            "mappings: [{source: a, state: s, signature: {secrets: [hunter2]}}] | mappings[0].signature.secrets[0] is a secret itself or nothing, expected the place",
            "mappings: [{source: a, state: s, signature: {secrets: [{env: A}], nonceHeader: N}}] | mappings[0].signature.nonceHeader is \"N\", expected a timestampHeader beside it",
            "mappings: [{source: a, state: s, signature: {secrets: [{env: A}], signed: '{timestamp}{body}'}}] | mappings[0].signature.signed is \"{timestamp}{body}\", expected {body}",
            "mappings: [{source: a, state: s, signature: {secrets: [{env: A}], window: 2h}}] | mappings[0].signature.window is \"2h\", expected a time of at most 1h",
            "mappings: [{source: a, state: s, signature: {secrets: [{env: A}]}}] | mappings[0].signature.timestampHeader is missing, expected the header with the time that is signed",
            "mappings: [{source: a, state: {path: s, values: {up: FIRING}, default: FINE}}] | mappings[0].state.default is \"FINE\", expected one of FIRING, RESOLVED, IGNORED",
            "mappings: [{source: a, state: s, name: {path: p, replace: {x: '$9'}}}] | mappings[0].name.replace.x is \"$9\", expected a replacement for what 'x' matches",
            "mappings: [{source: a, state: s, name: {path: p, replace: {'(x)': '$2'}}}] | mappings[0].name.replace.(x) is \"$2\", expected a replacement",
            "mappings: [{source: a, state: s, name: {path: p, replace: {'(?x) y # $1': '${n}'}}}] | is \"${n}\", expected a replacement",
            "'mappings: [' | are no YAML"})
    void aWrongKeyIsNamedWithItsFile(String yaml, String sentence) {
        assertThatThrownBy(() -> AlertMappings.of("/etc/m.yaml", yaml.replace("'mappings: ['", "mappings: ["))).isInstanceOf(
                IllegalArgumentException.class).hasMessageStartingWith("alert mappings /etc/m.yaml ").hasMessageContaining(sentence);
    }

    @Test
    void aReplacementMayHaveTheGroupsOfItsPattern() {
        assertThat(read("mappings: [{source: a, like: plain, name: {path: name, replace: {'(?<host>[a-z]+)-([0-9]+)': '$2 of ${host}'}}}]",
                "a", "{\"name\": \"db-7\"}").getFirst().labels()).containsEntry("alertname", "7 of db");
    }

    @Test
    void aSecretInTheFileIsNotRepeated() {
        assertThatThrownBy(() -> AlertMappings.of("f", "mappings: [{source: a, state: s, signature: {secrets: [hunter2]}}]"))
                .hasMessageNotContaining("hunter2");
    }

    private static List<AlertNotice> read(String yaml, String source, String body) {
        return Fixture.read(AlertMappings.of("file", yaml).ofHttp(source).orElseThrow(), body, Fixture.NOW).notices();
    }
}
