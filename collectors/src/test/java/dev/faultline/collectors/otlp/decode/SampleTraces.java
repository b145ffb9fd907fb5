package dev.faultline.collectors.otlp.decode;

import java.nio.ByteBuffer;
import java.util.Arrays;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;

import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanKind;

/// Requests made with opentelemetry-proto's own classes.
final class SampleTraces {
    static final long NOW_MILLIS = 1_800_000_000_000L;

    private SampleTraces() {}

    static io.opentelemetry.proto.trace.v1.Span.Builder span(long id, long parentId, io.opentelemetry.proto.trace.v1.Span.SpanKind kind,
            String name) {
        var span = io.opentelemetry.proto.trace.v1.Span.newBuilder().setTraceId(traceId(7, 9)).setSpanId(spanId(id)).setKind(kind)
                .setName(name)
                .setStartTimeUnixNano(NOW_MILLIS * 1_000_000).setEndTimeUnixNano(NOW_MILLIS * 1_000_000 + 5_000_000);
        return parentId == 0 ? span : span.setParentSpanId(spanId(parentId));
    }

    static ExportTraceServiceRequest request(String service, io.opentelemetry.proto.trace.v1.Span.Builder... spans) {
        var scope = ScopeSpans.newBuilder();
        Arrays.stream(spans).forEach(scope::addSpans);
        var resource = Resource.newBuilder().addAttributes(text("service.name", service))
                .addAttributes(text("service.instance.id", service + "-1"))
                .addAttributes(text("telemetry.sdk.language", "java")).addAttributes(integer("process.pid", 42));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().setResource(resource).addScopeSpans(scope)).build();
    }

    static KeyValue text(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }

    static KeyValue integer(String key, long value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setIntValue(value)).build();
    }

    static ByteString traceId(long high, long low) {
        return ByteString.copyFrom(ByteBuffer.allocate(16).putLong(high).putLong(low).array());
    }

    static ByteString spanId(long id) {
        return ByteString.copyFrom(ByteBuffer.allocate(8).putLong(id).array());
    }
}
