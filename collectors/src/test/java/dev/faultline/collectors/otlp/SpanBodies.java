package dev.faultline.collectors.otlp;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

/// Bodies of OTLP requests that hold one span without a parent, each of a trace of its own.
final class SpanBodies {
    private static final AtomicLong TRACES = new AtomicLong();

    private SpanBodies() {}

    /// A request that a service answered, as told by the service.
    static byte[] answered(String service, long startMillis) {
        return body(Map.of("service.name", service), Span.SpanKind.SPAN_KIND_SERVER, "GET /" + service, startMillis, Map.of());
    }

    /// @param resource texts or numbers by key
    /// @param attributes of the span, texts or numbers by key
    static byte[] body(Map<String, Object> resource, Span.SpanKind kind, String name, long startMillis, Map<String, Object> attributes) {
        long id = TRACES.incrementAndGet();
        var span = Span.newBuilder().setTraceId(bytes(5, id)).setSpanId(bytes(id)).setKind(kind).setName(name)
                .setStartTimeUnixNano(startMillis * 1_000_000).setEndTimeUnixNano((startMillis + 1) * 1_000_000);
        attributes.forEach((key, value) -> span.addAttributes(attribute(key, value)));
        var made = Resource.newBuilder();
        resource.forEach((key, value) -> made.addAttributes(attribute(key, value)));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().setResource(made).addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build().toByteArray();
    }

    private static KeyValue attribute(String key, Object value) {
        var any = AnyValue.newBuilder();
        if (value instanceof Number number) {
            any.setIntValue(number.longValue());
        } else {
            any.setStringValue(value.toString());
        }
        return KeyValue.newBuilder().setKey(key).setValue(any).build();
    }

    private static ByteString bytes(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            buffer.putLong(value);
        }
        return ByteString.copyFrom(buffer.flip());
    }
}
