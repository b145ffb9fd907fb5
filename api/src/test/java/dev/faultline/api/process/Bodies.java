package dev.faultline.api.process;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

import dev.faultline.api.http.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What the senders of a bad day send, named for the day and numbered.
final class Bodies {
    static final int ALERTS_A_BODY = 20;
    static final int CALLS_A_BODY = 20;
    private static final int TEXT_CHARACTERS = 3_000;

    private Bodies() {}

    /// Alerts with fingerprints `DAY-NUMBER-0` and so on.
    ///
    /// @param texts how many long annotations each has
    static byte[] alerts(String day, int number, int texts) {
        String annotations = IntStream.range(0, texts).mapToObj(i -> "\"text%d\": \"%s\"".formatted(i, "x".repeat(TEXT_CHARACTERS)))
                .collect(Collectors.joining(","));
        return IntStream.range(0, ALERTS_A_BODY).mapToObj(i -> """
                {"status": "firing", "labels": {"alertname": "HighLatency", "service": "quotes"}, "annotations": {%s},
                 "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "%s-%d-%d"}""".formatted(annotations,
                Instant.now(), day, number, i)).collect(Collectors.joining(",", "{\"version\": \"4\", \"alerts\": [", "]}"))
                .getBytes(UTF_8);
    }

    /// Calls of an endpoint that is named for the day, each told by both sides.
    static byte[] calls(String day, int number) {
        var clients = ScopeSpans.newBuilder();
        var servers = ScopeSpans.newBuilder();
        for (long i = 1; i <= CALLS_A_BODY; i++) {
            clients.addSpans(span(day, number, i, 0, Span.SpanKind.SPAN_KIND_CLIENT));
            servers.addSpans(span(day, number, CALLS_A_BODY + i, i, Span.SpanKind.SPAN_KIND_SERVER));
        }
        return ExportTraceServiceRequest.newBuilder().addResourceSpans(of("gateway", clients)).addResourceSpans(of("quotes", servers))
                .build().toByteArray();
    }

    /// A deployment with id `DAY-NUMBER`.
    static byte[] deployment(String day, int number) {
        return Json
                .bytes(Map.of("id", day + "-" + number, "service", "quotes", "toVersion", "1." + number, "startedAt", Instant.now(), "by",
                        "somebody"));
    }

    private static Span.Builder span(String day, long number, long id, long parent, Span.SpanKind kind) {
        long nanos = Instant.now().toEpochMilli() * 1_000_000;
        return Span.newBuilder().setTraceId(bytes(day.hashCode(), number + 1)).setSpanId(bytes(id)).setName("GET /" + day).setKind(kind)
                .setParentSpanId(parent == 0 ? ByteString.EMPTY : bytes(parent)).setStartTimeUnixNano(nanos)
                .setEndTimeUnixNano(nanos + 1_000_000);
    }

    private static ResourceSpans of(String service, ScopeSpans.Builder spans) {
        var name = KeyValue.newBuilder().setKey("service.name").setValue(AnyValue.newBuilder().setStringValue(service));
        return ResourceSpans.newBuilder().setResource(Resource.newBuilder().addAttributes(name)).addScopeSpans(spans).build();
    }

    private static ByteString bytes(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            buffer.putLong(value);
        }
        return ByteString.copyFrom(buffer.flip());
    }
}
