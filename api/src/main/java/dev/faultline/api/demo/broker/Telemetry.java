package dev.faultline.api.demo.broker;

import java.time.Duration;
import java.util.Map;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;

/// The OpenTelemetry SDK of this process: spans in batches over OTLP/HTTP to where the standard variables point.
record Telemetry(Tracer tracer, TextMapPropagator propagator) {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String HEADERS = "OTEL_EXPORTER_OTLP_HEADERS";
    private static final Duration EXPORT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration EXPORT_TIMEOUT = Duration.ofSeconds(5);

    /// Starts the SDK; without an endpoint in the environment spans are made and dropped.
    static Telemetry start(Identity identity, Map<String, String> environment) {
        var provider = SdkTracerProvider.builder().setResource(resource(identity));
        String endpoint = environment.get(ENDPOINT);
        if (endpoint != null) {
            provider.addSpanProcessor(
                    BatchSpanProcessor.builder(exporter(endpoint, environment)).setScheduleDelay(EXPORT_INTERVAL).build());
        }
        return new Telemetry(provider.build().get("dev.faultline.demo"), W3CTraceContextPropagator.getInstance());
    }

    private static OtlpHttpSpanExporter exporter(String endpoint, Map<String, String> environment) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder().setEndpoint(endpoint + "/v1/traces")
                .setCompression("gzip").setTimeout(EXPORT_TIMEOUT);
        for (String header : environment.getOrDefault(HEADERS, "").split(",", -1)) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                exporter.addHeader(header.substring(0, equals), header.substring(equals + 1));
            }
        }
        return exporter.build();
    }

    private static Resource resource(Identity identity) {
        return Resource.create(Attributes.builder().put("service.name", identity.service()).put("service.version", identity.version())
                .put("service.instance.id", identity.instance()).put("host.name", identity.host())
                .put(AttributeKey.longKey("process.pid"), identity.pid()).build());
    }
}
