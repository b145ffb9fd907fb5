package dev.faultline.collectors.syslog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.collectors.mapping.AlertMapping;
import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.graph.alert.notice.AlertNotice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SyslogMessageTest {

    /// The third example of RFC 5424, section 6.5, with the escapes of 6.3.3.
    private static final String NEW = "<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 "
            + "[exampleSDID@32473 iut=\"3\" eventSource=\"App\\\"li\\]cation\" eventID=\"1011\"][second@1] \ufeffAn application event log entry...";

    private static JsonNode read(String text) {
        return SyslogMessage.read(text, "10.0.0.7");
    }

    @Test
    void aMessageOfTheNewFormIsReadWithItsStructuredData() {
        JsonNode message = read(NEW);

        assertThat(message.get("facility").asString()).isEqualTo("local4");
        assertThat(message.get("severity").asString()).isEqualTo("notice");
        assertThat(message.get("timestamp").asString()).isEqualTo("2003-10-11T22:14:15.003Z");
        assertThat(message.get("hostname").asString()).isEqualTo("mymachine.example.com");
        assertThat(message.get("appName").asString()).isEqualTo("evntslog");
        assertThat(message.has("procId")).isFalse();
        assertThat(message.at("/structuredData/exampleSDID@32473/eventSource").asString()).isEqualTo("App\"li]cation");
        assertThat(message.get("structuredData").has("second@1")).isTrue();
        assertThat(message.get("message").asString()).isEqualTo("An application event log entry...");
    }

    /// The examples of RFC 3164, section 5.4, and what programs make of that form.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "none", value = {
            "<34>Oct 11 22:14:15 mymachine su: 'su root' failed for lonvick on /dev/pts/8 | mymachine | su | 'su root' failed for lonvick on /dev/pts/8",
            "<13>Feb  5 17:32:18 10.0.0.99 Use the BFG! | 10.0.0.99 | none | Use the BFG!",
            "<27>Oct 11 22:14:15 db-1 mysqld[812]: Out of memory | db-1 | mysqld | Out of memory",
            "<27>2026-03-02T09:30:00.123+08:00 db-1 mysqld[812]: Out of memory | db-1 | mysqld | Out of memory",
            "<11>nothing but a text | none | none | nothing but a text", "<11> | none | none | none"})
    void aMessageOfTheOldFormIsReadAsFarAsItGoes(String text, String hostname, String appName, String message) {
        JsonNode read = read(text);

        assertThat(read.path("hostname").asString(null)).isEqualTo(hostname);
        assertThat(read.path("appName").asString(null)).isEqualTo(appName);
        assertThat(read.path("message").asString(null)).isEqualTo(message);
        assertThat(read.get("sender").asString()).isEqualTo("10.0.0.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "<192>x", "<>x", "<-1>x", "<1234>x"})
    void whatHasNoPriorityIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("expected a priority from <0> to <191>");
    }

    @Test
    void structuredDataThatNeverEndsTakesNoTime() {
        String text = "<165>1 - - - - - [a " + "b=\"\\\\".repeat(20_000);

        assertThat(read(text).get("message").asString()).startsWith("[a b=");
    }

    @Test
    void framesAreCountedOrEndWithTheirLine() throws IOException {
        assertThat(frames("5 hello11 <1>a\nb 1 2\n<2>line\r\n\n<3>last")).containsExactly("hello", "<1>a\nb 1 2\n", "<2>line\r",
                "<3>last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999 x", "10 short", "12x"})
    void aFrameThatCannotBeIsRefused(String bytes) {
        assertThatThrownBy(() -> frames(bytes)).isInstanceOf(InvalidInputException.class).hasMessageContaining("syslog frame");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertThatThrownBy(() -> frames("<1>" + "x".repeat(SyslogFrames.MESSAGE_BYTES_MAX))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a line of syslog");
    }

    @Test
    void theSameTextButForItsNumbersIsTheSameCondition() {
        AlertMapping mapping = AlertMappings.defaults().of("syslog").getFirst();
        AlertNotice one = notice(mapping, "<27>Oct 11 22:14:15 db-1 mysqld[812]: thread 4711 aborted at 0x7f12");
        AlertNotice other = notice(mapping, "<27>Oct 11 22:15:15 db-1 mysqld[813]: thread 9 aborted at 0x7faa");

        assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
        assertThat(one.labels()).containsEntry("host", "db-1").containsEntry("app", "mysqld").containsEntry("severity", "warning");
        assertThat(mapping.read(JsonField.of(read("<30>Oct 11 22:14:15 db-1 mysqld: ready")), Instant.now()).ignored()).isOne();
        assertThat(mapping.lasts()).isPresent();
    }

    private static AlertNotice notice(AlertMapping mapping, String text) {
        return mapping.read(JsonField.of(read(text)), Instant.now()).notices().getFirst();
    }

    private static List<String> frames(String bytes) throws IOException {
        var frames = new SyslogFrames(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
        var read = new ArrayList<String>();
        for (String next = frames.next(); next != null; next = frames.next()) {
            read.add(next);
        }
        return read;
    }
}
