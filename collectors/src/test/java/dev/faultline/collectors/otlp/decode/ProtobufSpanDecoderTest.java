package dev.faultline.collectors.otlp.decode;

import java.util.List;
import java.util.Map;
import java.util.Random;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span.Link;
import io.opentelemetry.proto.trace.v1.Status;
import org.junit.jupiter.api.Test;

import dev.faultline.collectors.otlp.span.Instance;
import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.Peer;
import dev.faultline.collectors.otlp.span.RejectReason;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanBatch;
import dev.faultline.collectors.otlp.span.SpanKind;
import dev.faultline.collectors.otlp.span.SpanLimits;
import dev.faultline.collectors.otlp.span.SpanLink;

import static dev.faultline.collectors.otlp.decode.SampleTraces.*;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProtobufSpanDecoderTest {
    private final ProtobufSpanDecoder decoder = new ProtobufSpanDecoder(SpanLimits.DEFAULT);

    @Test
    void everythingACallNeedsIsRead() {
        Span span = only(span(3, 2, SPAN_KIND_CLIENT, "GET").setTraceState("a=b,ot=th:c")
                .setStatus(Status.newBuilder().setMessage("no").setCode(Status.StatusCode.STATUS_CODE_ERROR))
                .addLinks(Link.newBuilder().setTraceId(traceId(1, 2)).setSpanId(spanId(5)))
                .addAttributes(text("http.request.method", "GET"))
                .addAttributes(text("server.address", "quotes")).addAttributes(integer("server.port", 8080))
                .addAttributes(text("other", "x")));
        assertThat(span)
                .isEqualTo(new Span(new Origin("", "", "gateway", new Instance("gateway-1", null, null, null, 42, null, null)), 7, 9, 3, 2,
                        SpanKind.CLIENT, "GET", NOW_MILLIS * 1_000_000, 5_000_000, true, 4,
                        new Peer(Peer.Role.HTTP, null, null, "quotes", 8080, null, false), List.of(new SpanLink(1, 2, 5))));
    }

    @Test
    void theEnvironmentIsReadInNewAndOldConventions() {
        for (String key : List.of("deployment.environment.name", "deployment.environment")) {
            var request = request("gateway", span(1, 0, SPAN_KIND_SERVER, "x")).toBuilder();
            request.getResourceSpansBuilder(0).getResourceBuilder().addAttributes(text(key, "staging"));
            Span span = decode(request.build()).spans().getFirst();
            assertThat(span.origin().environment()).isEqualTo("staging");
            assertThat(span.origin().sameService(only(span(1, 0, SPAN_KIND_SERVER, "x")).origin())).isFalse();
        }
    }

    @Test
    void everyKindIsKnown() {
        assertThat(only(span(1, 0, SPAN_KIND_UNSPECIFIED, "x")).kind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(only(span(1, 0, SPAN_KIND_INTERNAL, "x")).kind()).isEqualTo(SpanKind.INTERNAL);
        assertThat(only(span(1, 0, SPAN_KIND_SERVER, "x")).kind()).isEqualTo(SpanKind.SERVER);
        assertThat(only(span(1, 0, SPAN_KIND_CLIENT, "x")).kind()).isEqualTo(SpanKind.CLIENT);
        assertThat(only(span(1, 0, SPAN_KIND_PRODUCER, "x")).kind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(only(span(1, 0, SPAN_KIND_CONSUMER, "x")).kind()).isEqualTo(SpanKind.CONSUMER);
    }

    @Test
    void oldAndNewConventionsNameTheSamePeer() {
        Peer database = new Peer(Peer.Role.DATABASE, "mysql", null, "db", 3306, "shop", false);
        assertThat(
                only(span(1, 0, SPAN_KIND_CLIENT, "x").addAttributes(text("db.system", "mysql")).addAttributes(text("net.peer.name", "db"))
                        .addAttributes(integer("net.peer.port", 3306)).addAttributes(text("db.name", "shop"))).peer())
                .isEqualTo(database);
        assertThat(only(
                span(1, 0, SPAN_KIND_CLIENT, "x").addAttributes(text("db.system.name", "mysql")).addAttributes(text("server.address", "db"))
                        .addAttributes(integer("server.port", 3306)).addAttributes(text("db.namespace", "shop")))
                .peer()).isEqualTo(database);
        Peer broker = new Peer(Peer.Role.BROKER, "kafka", null, null, 0, "orders", true);
        assertThat(only(span(1, 0, SPAN_KIND_CONSUMER, "x").addAttributes(text("messaging.system", "kafka"))
                .addAttributes(text("messaging.destination", "orders")).addAttributes(text("messaging.operation", "receive"))).peer())
                .isEqualTo(broker);
        assertThat(only(span(1, 0, SPAN_KIND_CONSUMER, "x").addAttributes(text("messaging.system", "kafka"))
                .addAttributes(text("messaging.destination.name", "orders")).addAttributes(text("messaging.operation.type", "receive")))
                .peer())
                .isEqualTo(broker);
        assertThat(only(span(1, 0, SPAN_KIND_CLIENT, "x").addAttributes(text("http.method", "GET"))
                .addAttributes(text("http.url", "http://q:81/x")))
                .peer()).isEqualTo(new Peer(Peer.Role.HTTP, null, null, "q", 81, null, false));
    }

    @Test
    void aStatusOfHttpIsAnErrorWhereTheSpanLeavesItOpen() {
        assertThat(only(span(1, 0, SPAN_KIND_SERVER, "x").addAttributes(integer("http.response.status_code", 404))).error()).isFalse();
        assertThat(only(span(1, 0, SPAN_KIND_CLIENT, "x").addAttributes(integer("http.response.status_code", 404))).error()).isTrue();
        assertThat(only(span(1, 0, SPAN_KIND_SERVER, "x").addAttributes(integer("http.status_code", 503))).error()).isTrue();
        assertThat(only(span(1, 0, SPAN_KIND_SERVER, "x").addAttributes(integer("http.status_code", 503))
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_OK))).error()).isFalse();
    }

    @Test
    void whatCannotBeMeantIsRejectedByReason() {
        SpanBatch batch = decode(request("gateway", span(1, 0, SPAN_KIND_SERVER, "ok"), span(0, 0, SPAN_KIND_SERVER, "x"),
                span(2, 0, SPAN_KIND_SERVER, "x").setTraceId(ByteString.copyFromUtf8("short")),
                span(3, 0, SPAN_KIND_SERVER, "x").setStartTimeUnixNano(0), span(4, 0, SPAN_KIND_SERVER, "x").setStartTimeUnixNano(1),
                span(5, 0, SPAN_KIND_SERVER, "x").setStartTimeUnixNano(-1), span(6, 0, SPAN_KIND_SERVER, "x").setTraceState("ot=p:63"),
                span(7, 0, SPAN_KIND_SERVER, "x").setStartTimeUnixNano((NOW_MILLIS + 3_600_000) * 1_000_000)));
        assertThat(batch.spans()).hasSize(1);
        assertThat(batch.rejected()).isEqualTo(Map.of(RejectReason.SPAN_ID, 1, RejectReason.TRACE_ID, 1, RejectReason.START_MISSING, 1,
                RejectReason.TOO_OLD, 1, RejectReason.IN_FUTURE, 2, RejectReason.WEIGHT_ZERO, 1));
        assertThat(batch.rejectedSentence()).contains("2 spans whose start time is too far in the future");
    }

    @Test
    void lossesAreCounted() {
        var span = span(1, 0, SPAN_KIND_SERVER, "x".repeat(1_000_000)).setEndTimeUnixNano(5).setTraceState("ot=th:ffffffffffffff");
        for (int i = 0; i < 200; i++) {
            span.addLinks(Link.newBuilder().setTraceId(traceId(1, 2)).setSpanId(spanId(i + 1)));
        }
        SpanBatch batch = decode(request("gateway", span));
        assertThat(batch.losses().keySet()).containsExactly(SpanBatch.Loss.values());
        assertThat(batch.spans().getFirst()).satisfies(cut -> {
            assertThat(cut.name()).hasSize(SpanLimits.DEFAULT.textCharsMax());
            assertThat(cut.links()).hasSize(SpanLimits.DEFAULT.linksMax());
            assertThat(cut.durationNanos()).isZero();
            assertThat(cut.weight()).isEqualTo(SpanLimits.DEFAULT.weightMax());
        });
    }

    @Test
    void aResourceAfterItsSpansCounts() {
        ExportTraceServiceRequest request = request("gateway", span(1, 0, SPAN_KIND_SERVER, "x"));
        var parts = request.getResourceSpans(0);
        byte[] spansFirst = parts.toBuilder().clearResource().build().toByteString()
                .concat(parts.toBuilder().clearScopeSpans().build().toByteString()).toByteArray();
        byte[] body = ByteString.copyFrom(new byte[]{10, (byte) ((spansFirst.length & 0x7f) | 0x80), (byte) (spansFirst.length >> 7)})
                .concat(ByteString.copyFrom(spansFirst)).toByteArray();
        assertThat(decoder.decode(body, NOW_MILLIS).spans().getFirst().origin().service()).isEqualTo("gateway");
    }

    @Test
    void aBodyThatIsCutIsUndecodable() {
        byte[] body = request("gateway", span(1, 0, SPAN_KIND_SERVER, "x")).toByteArray();
        assertThatThrownBy(() -> decoder.decode(java.util.Arrays.copyOf(body, body.length - 3), NOW_MILLIS))
                .isInstanceOf(UndecodableException.class).hasMessageContaining("is not a protobuf ExportTraceServiceRequest: at byte");
        assertThat(decoder.decode(new byte[0], NOW_MILLIS).spans()).isEmpty();
    }

    @Test
    void brokenBytesAreReadAsByTheReferenceOrRefused() {
        byte[] body = request("gateway", span(1, 0, SPAN_KIND_SERVER, "GET /").addAttributes(text("http.method", "GET")),
                span(2, 1, SPAN_KIND_CLIENT, "GET").addLinks(Link.newBuilder().setTraceId(traceId(1, 2)).setSpanId(spanId(5))))
                .toByteArray();
        Random random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = body.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            if (isDecodedByReference(broken)) {
                decoder.decode(broken, NOW_MILLIS);
            } else {
                decodeOrRefuse(broken);
            }
        }
    }

    private static boolean isDecodedByReference(byte[] body) {
        try {
            var request = ExportTraceServiceRequest.parseFrom(body);
            return request.getResourceSpansList().stream().allMatch(spans -> spans.getUnknownFields().asMap().isEmpty())
                    && java.util.Arrays.equals(request.toByteArray(), body);
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private void decodeOrRefuse(byte[] body) {
        try {
            decoder.decode(body, NOW_MILLIS);
        } catch (UndecodableException e) {
            assertThat(e).hasMessageContaining("at byte");
        }
    }

    private Span only(io.opentelemetry.proto.trace.v1.Span.Builder span) {
        SpanBatch batch = decode(request("gateway", span));
        assertThat(batch.rejected()).isEmpty();
        return batch.spans().getFirst();
    }

    private SpanBatch decode(ExportTraceServiceRequest request) {
        return decoder.decode(request.toByteArray(), NOW_MILLIS);
    }
}
