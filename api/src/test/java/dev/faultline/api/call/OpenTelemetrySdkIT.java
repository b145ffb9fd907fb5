package dev.faultline.api.call;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.http.Json;
import dev.faultline.api.incident.Eventually;
import dev.faultline.api.openapi.RunningFaultline;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

/// What services send that are instrumented with OpenTelemetry: the real SDK and its exporter, in protobuf and packed with gzip.
@Neo4jTest
class OpenTelemetrySdkIT {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final int CALLS = 20;
    private static final String EDGES = """
            { callEdges { nodes { endpoint windows { calls errors }
                caller { name attributes relations(type: "PART_OF") { to { name type } } } callee { name attributes } } } }""";

    @Test
    void callsOfInstrumentedServicesBecomeACallEdgeInTheirEnvironment(Neo4jEndpoint graph, @TempDir Path data) {
        try (RunningFaultline faultline = RunningFaultline.start(graph, data);
                SdkTracerProvider gateway = sdk("gateway", faultline);
                SdkTracerProvider quotes = sdk("quotes", faultline)) {
            for (int i = 0; i < CALLS; i++) {
                call(gateway, quotes);
            }
            gateway.forceFlush().join(WAIT_MAX.toSeconds(), TimeUnit.SECONDS);
            quotes.forceFlush().join(WAIT_MAX.toSeconds(), TimeUnit.SECONDS);

            JsonNode edge = Eventually.get(WAIT_MAX,
                    () -> edges(faultline).valueStream()
                            .filter(each -> each.at("/caller/name").asString().equals("gateway") && calls(each) == CALLS).findFirst());

            assertThat(edge.get("endpoint").asString()).isEqualTo("GET /quotes");
            assertThat(edge.at("/callee/name").asString()).isEqualTo("quotes");
            assertThat(edge.at("/callee/attributes/environment").asString()).isEqualTo("staging");
            assertThat(edge.at("/caller/relations/0/to").toString()).isEqualTo("{\"name\":\"staging\",\"type\":\"Environment\"}");
        }
    }

    private static void call(SdkTracerProvider caller, SdkTracerProvider callee) {
        Span client = caller.get("test").spanBuilder("GET").setSpanKind(SpanKind.CLIENT).setAttribute("http.request.method", "GET")
                .startSpan();
        SpanContext sent = SpanContext.createFromRemoteParent(client.getSpanContext().getTraceId(), client.getSpanContext().getSpanId(),
                TraceFlags.getSampled(), TraceState.getDefault());
        callee.get("test").spanBuilder("GET /quotes").setSpanKind(SpanKind.SERVER).setAttribute("http.request.method", "GET")
                .setParent(Context.root().with(Span.wrap(sent))).startSpan().end();
        client.end();
    }

    private static SdkTracerProvider sdk(String service, RunningFaultline faultline) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint("http://127.0.0.1:" + faultline.faultline().port() + "/v1/traces").setCompression("gzip")
                .addHeader("Authorization", "Bearer " + faultline.faultline().tokens().ingest()).build();
        return SdkTracerProvider.builder().addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .setResource(Resource.getDefault().merge(Resource.create(Attributes.builder().put("service.name", service)
                        .put("service.instance.id", service + "-1").put("deployment.environment.name", "staging").build())))
                .build();
    }

    private static JsonNode edges(RunningFaultline faultline) {
        HttpResponse<String> answer = faultline.send("POST", "/graphql", faultline.faultline().tokens().admin(), "application/json",
                Json.MAPPER.writeValueAsString(Map.of("query", EDGES)));
        return Json.MAPPER.readTree(answer.body()).at("/data/callEdges/nodes");
    }

    private static double calls(JsonNode edge) {
        return edge.get("windows").valueStream().mapToDouble(window -> window.get("calls").asDouble()).sum();
    }
}
