package dev.faultline.collectors.otlp.decode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import org.junit.jupiter.api.Test;

import dev.faultline.collectors.otlp.journal.BodyFormat;
import dev.faultline.collectors.otlp.log.LogBatch;
import dev.faultline.collectors.otlp.log.LogLimits;
import dev.faultline.collectors.otlp.log.LogLine;
import dev.faultline.graph.log.LogLevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LogDecoderTest {
    private static final long NOW = 1_767_576_600_000L;
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";
    private static final String RESOURCE = """
            "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "orders"}},
            {"key": "service.instance.id", "value": {"stringValue": "orders-1"}}]}""";

    private final LogDecoder json = LogDecoder.of(BodyFormat.JSON, LogLimits.DEFAULT);
    private final LogDecoder protobuf = LogDecoder.of(BodyFormat.PROTOBUF, LogLimits.DEFAULT);

    private LogBatch json(String records) {
        return json.decode("{\"resourceLogs\": [{%s, \"scopeLogs\": [{\"logRecords\": [%s]}]}]}".formatted(RESOURCE, records)
                .getBytes(StandardCharsets.UTF_8), NOW);
    }

    private LogBatch protobuf(LogRecord... records) {
        Resource resource = Resource.newBuilder().addAttributes(pair("service.name", "orders")).addAttributes(
                pair("service.instance.id", "orders-1")).build();
        ScopeLogs.Builder scope = ScopeLogs.newBuilder();
        for (LogRecord each : records) {
            scope.addLogRecords(each);
        }
        return protobuf.decode(ExportLogsServiceRequest.newBuilder().addResourceLogs(ResourceLogs.newBuilder().setResource(resource)
                .addScopeLogs(scope)).build().toByteArray(), NOW);
    }

    private static KeyValue pair(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(text(value)).build();
    }

    private static AnyValue text(String value) {
        return AnyValue.newBuilder().setStringValue(value).build();
    }

    private static LogRecord.Builder entry() {
        return LogRecord.newBuilder().setTimeUnixNano(NOW * 1_000_000);
    }

    private LogLine only(LogBatch batch) {
        assertThat(batch.lines()).hasSize(1);
        return batch.lines().getFirst();
    }

    @Test
    void jsonSaysWhatProtobufSays() {
        LogBatch fromJson = json("""
                {"timeUnixNano": "%d000000", "severityNumber": 17, "traceId": "%s", "body": {"stringValue": "order 7 is lost"}}"""
                .formatted(NOW, TRACE));
        LogBatch fromProtobuf = protobuf(entry().setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_ERROR)
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE))).setBody(text("order 7 is lost")).build());
        assertThat(fromJson).isEqualTo(fromProtobuf);
        LogLine line = only(fromJson);
        assertThat(line.level()).isEqualTo(LogLevel.ERROR);
        assertThat(line.traceId()).isEqualTo(TRACE);
        assertThat(line.origin().service()).isEqualTo("orders");
        assertThat(line.origin().instance()).isNotNull();
    }

    @Test
    void messageOfABodyWithFieldsIsItsText() {
        AnyValue fields = AnyValue.newBuilder().setKvlistValue(KeyValueList.newBuilder().addValues(pair("user", "7"))
                .addValues(pair("msg", "order is lost"))).build();
        assertThat(only(protobuf(entry().setBody(fields).build())).text()).isEqualTo("order is lost");
        assertThat(only(json("""
                {"body": {"kvlistValue": {"values": [{"key": "user", "value": {"intValue": "7"}},
                {"key": "message", "value": {"stringValue": "order is lost"}}]}}}""")).text()).isEqualTo("order is lost");
    }

    @Test
    void exceptionWithoutABodyIsTheText() {
        assertThat(only(protobuf(entry().addAttributes(pair("exception.type", "java.io.IOException"))
                .addAttributes(pair("exception.message", "no route")).build())).text()).isEqualTo("java.io.IOException: no route");
    }

    @Test
    void levelInWordsCountsWhereThereIsNoNumber() {
        assertThat(only(json("{\"severityText\": \"Warning\"}")).level()).isEqualTo(LogLevel.WARN);
        assertThat(only(json("{\"severityNumber\": \"SEVERITY_NUMBER_ERROR2\"}")).level()).isEqualTo(LogLevel.ERROR);
    }

    @Test
    void timeOfALineIsThatOfItsObservationOrArrivalWhereItNamesNone() {
        assertThat(only(json("{\"observedTimeUnixNano\": \"%d000000\"}".formatted(NOW - 5))).epochMillis()).isEqualTo(NOW - 5);
        assertThat(only(json("{}")).epochMillis()).isEqualTo(NOW);
    }

    @Test
    void linesOfAnotherDayAreRejectedAndSoSaid() {
        LogBatch batch = json("{\"timeUnixNano\": 1}, {\"timeUnixNano\": \"%d000000\"}, {}".formatted(NOW + 3_600_000));
        assertThat(batch.lines()).hasSize(1);
        assertThat(batch.rejectedCount()).isEqualTo(2);
        assertThat(batch.rejectedSentence())
                .isEqualTo("1 log records whose time is too far in the past; 1 log records whose time is too far in the future");
    }

    @Test
    void longLinesAreCutAndCounted() {
        LogBatch batch = json("{\"body\": {\"stringValue\": \"%s\"}}".formatted("x".repeat(5_000)));
        assertThat(only(batch).text()).hasSize(LogLimits.DEFAULT.lineCharsMax());
        assertThat(batch.cut()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> json.decode("[]".getBytes(StandardCharsets.UTF_8), NOW)).isInstanceOf(UndecodableException.class)
                .hasMessage("the body is not a JSON object, expected an ExportLogsServiceRequest");
        assertThatThrownBy(() -> json("{\"severityNumber\": \"high\"}")).hasMessageContaining("severityNumber is \"high\"");
        assertThatThrownBy(() -> protobuf.decode(new byte[]{0x0a, 0x7f}, NOW)).isInstanceOf(UndecodableException.class)
                .hasMessageStartingWith("the body is not a protobuf ExportLogsServiceRequest");
    }
}
