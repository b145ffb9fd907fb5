package dev.faultline.api.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;

/// Request bodies as a collector sends them: some hundred traces of a small broker, grouped by instance, with the usual attributes.
///
/// A body is made once and stamped with new trace ids for each request, so that no span is a duplicate of another.
final class SpanBodies {
    static final int SPANS_PER_TRACE = 10;
    static final int CALLS_PER_TRACE = 6;
    private static final int INSTANCES = 3;
    private static final long MARK = 0x6661756c746c696eL;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final byte[] template;
    private final int[] marks;

    private SpanBodies(byte[] template) {
        this.template = template;
        this.marks = marks(template);
    }

    static SpanBodies of(int traces, long nowMillis) {
        Map<String, ScopeSpans.Builder> byInstance = new LinkedHashMap<>();
        for (int trace = 0; trace < traces; trace++) {
            addTrace(byInstance, trace, nowMillis * NANOS_PER_MILLI);
        }
        var request = ExportTraceServiceRequest.newBuilder();
        byInstance.forEach((instance, spans) -> request
                .addResourceSpans(ResourceSpans.newBuilder().setResource(resource(instance)).addScopeSpans(spans)));
        return new SpanBodies(request.build().toByteArray());
    }

    /// Returns a body whose traces have this as first half of their ids.
    byte[] stamped(long stamp) {
        byte[] body = template.clone();
        ByteBuffer buffer = ByteBuffer.wrap(body);
        for (int mark : marks) {
            buffer.putLong(mark, stamp);
        }
        return body;
    }

    private static void addTrace(Map<String, ScopeSpans.Builder> byInstance, int trace, long start) {
        int instance = trace % INSTANCES;
        String symbol = "/quotes/" + trace % 50;
        add(byInstance, "gateway", instance, span(trace, 1, 0, SpanKind.SPAN_KIND_SERVER, "GET /portfolio", start, 40));
        add(byInstance, "gateway", instance,
                span(trace, 2, 1, SpanKind.SPAN_KIND_CLIENT, "POST", start, 10).addAttributes(text("url.path", "/login")));
        add(byInstance, "login", instance, span(trace, 3, 2, SpanKind.SPAN_KIND_SERVER, "POST /login", start, 8));
        add(byInstance, "login", instance, database(span(trace, 4, 3, SpanKind.SPAN_KIND_CLIENT, "GET", start, 1), "redis", 6379));
        add(byInstance, "gateway", instance,
                span(trace, 5, 1, SpanKind.SPAN_KIND_CLIENT, "GET", start, 20).addAttributes(text("url.path", symbol)));
        add(byInstance, "trading", instance, span(trace, 6, 5, SpanKind.SPAN_KIND_SERVER, "GET /positions/{account}", start, 18));
        add(byInstance, "trading", instance, span(trace, 7, 6, SpanKind.SPAN_KIND_CLIENT, "POST", start, 9));
        add(byInstance, "risk", instance, span(trace, 8, 7, SpanKind.SPAN_KIND_SERVER, "POST /limits", start, 7));
        add(byInstance, "trading", instance,
                database(span(trace, 9, 6, SpanKind.SPAN_KIND_CLIENT, "SELECT positions", start, 3), "mysql", 3306));
        add(byInstance, "risk", instance, span(trace, 10, 8, SpanKind.SPAN_KIND_INTERNAL, "evaluate", start, 5));
    }

    private static void add(Map<String, ScopeSpans.Builder> byInstance, String service, int instance, Span.Builder span) {
        byInstance.computeIfAbsent(service + "-" + instance, missing -> ScopeSpans.newBuilder()).addSpans(span);
    }

    private static Span.Builder span(int trace, int id, int parentId, SpanKind kind, String name, long start, int durationMillis) {
        long varied = durationMillis * NANOS_PER_MILLI + trace * 1_000L;
        var span = Span.newBuilder().setTraceId(id(MARK, trace + 1)).setSpanId(id(trace * 16L + id)).setKind(kind).setName(name)
                .setStartTimeUnixNano(start + id * 1_000L).setEndTimeUnixNano(start + id * 1_000L + varied).setFlags(1)
                .addAllAttributes(List.of(text("http.request.method", "GET"), text("url.scheme", "http"),
                        text("server.address", "127.0.0.1"),
                        integer("server.port", 8080), integer("http.response.status_code", 200), text("network.protocol.version", "1.1"),
                        text("user_agent.original", "okhttp/4.12"), integer("thread.id", 31), text("thread.name", "http-nio-8080-exec-7")));
        return parentId == 0 ? span : span.setParentSpanId(id(trace * 16L + parentId));
    }

    private static Span.Builder database(Span.Builder span, String system, int port) {
        return span.clearAttributes().addAllAttributes(List.of(text("db.system.name", system), text("server.address", system),
                integer("server.port", port), text("db.query.text", "SELECT a, b, c FROM positions WHERE account = ?"),
                integer("thread.id", 31)));
    }

    private static Resource resource(String instance) {
        String service = instance.substring(0, instance.lastIndexOf('-'));
        return Resource.newBuilder()
                .addAllAttributes(List.of(text("service.name", service), text("service.instance.id", instance), text("host.name", "app1"),
                        text("telemetry.sdk.name", "opentelemetry"), text("telemetry.sdk.language", "java"),
                        text("service.version", "1.4.2")))
                .build();
    }

    private static KeyValue text(String key, String value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setStringValue(value)).build();
    }

    private static KeyValue integer(String key, long value) {
        return KeyValue.newBuilder().setKey(key).setValue(AnyValue.newBuilder().setIntValue(value)).build();
    }

    private static ByteString id(long high, long low) {
        return ByteString.copyFrom(ByteBuffer.allocate(16).putLong(high).putLong(low).array());
    }

    private static ByteString id(long id) {
        return ByteString.copyFrom(ByteBuffer.allocate(8).putLong(id).array());
    }

    private static int[] marks(byte[] body) {
        List<Integer> found = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(body);
        for (int i = 0; i + Long.BYTES <= body.length; i++) {
            if (buffer.getLong(i) == MARK) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
