package dev.faultline.collectors.otlp.decode;

import java.util.List;

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

import static dev.faultline.collectors.otlp.decode.SampleTraces.NOW_MILLIS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonSpanDecoderTest {
    private final JsonSpanDecoder decoder = new JsonSpanDecoder(SpanLimits.DEFAULT);

    @Test
    void jsonSaysWhatProtobufSays() {
        SpanBatch batch = decoder
                .decode("""
                        {"resourceSpans":[{"resource":{"attributes":[
                            {"key":"service.name","value":{"stringValue":"gateway"}},{"key":"process.pid","value":{"intValue":"42"}},
                            {"key":"service.instance.id","value":{"stringValue":"gateway-1"}}]},
                          "scopeSpans":[{"scope":{"name":"x"},"spans":[{
                            "traceId":"00000000000000070000000000000009","spanId":"0000000000000003","parentSpanId":"0000000000000002",
                            "traceState":"ot=th:c","name":"GET","kind":3,"startTimeUnixNano":"1800000000000000000","endTimeUnixNano":1800000000005000000,
                            "status":{"code":2},"links":[{"traceId":"00000000000000010000000000000002","spanId":"0000000000000005"}],
                            "attributes":[{"key":"http.request.method","value":{"stringValue":"GET"}},{"key":"server.address","value":{"stringValue":"quotes"}},
                              {"key":"server.port","value":{"intValue":8080}},{"key":"unknown","value":{"arrayValue":{}}}],"unknownField":[1]}]}]}]}
                        """
                        .getBytes(UTF_8), NOW_MILLIS);
        assertThat(batch.spans()).containsExactly(new Span(
                new Origin("", "", "gateway", new Instance("gateway-1", null, null, null, 42, null, null)), 7, 9, 3, 2, SpanKind.CLIENT,
                "GET",
                NOW_MILLIS * 1_000_000, 5_000_000, true, 4, new Peer(Peer.Role.HTTP, null, null, "quotes", 8080, null, false),
                List.of(new SpanLink(1, 2, 5))));
    }

    @Test
    void idsInAnythingButHexadecimalAreRejected() {
        SpanBatch batch = decoder.decode("""
                {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"AAAAAAAAAAcAAAAAAAAACQ==","spanId":"0000000000000003",
                 "startTimeUnixNano":"1800000000000000000"}]}]}]}""".getBytes(UTF_8), NOW_MILLIS);
        assertThat(batch.rejected()).containsOnlyKeys(RejectReason.TRACE_ID);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertUndecodable("{\"resourceSpans\": 5}", "field resourceSpans is 5, expected an array");
        assertUndecodable("[]", "not a JSON object");
        assertUndecodable("", "not a JSON object");
        assertUndecodable("{\"resourceSpans\":[", "the body is not JSON");
        assertUndecodable("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":\"soon\"}]}]}]}",
                "field startTimeUnixNano is \"soon\", expected a whole number of 64 bits");
        assertUndecodable("[".repeat(100_000), "the body is not JSON");
        assertThat(decoder.decode("{}".getBytes(UTF_8), NOW_MILLIS).spans()).isEmpty();
    }

    private void assertUndecodable(String body, String sentence) {
        assertThatThrownBy(() -> decoder.decode(body.getBytes(UTF_8), NOW_MILLIS)).isInstanceOf(UndecodableException.class)
                .hasMessageContaining(sentence);
    }
}
