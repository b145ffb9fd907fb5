package dev.faultline.api.demo.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// What every process of the broker is started with.
///
/// @param host name of this host, as spans and alerts give it
/// @param collector where spans go
/// @param token opens the collector
/// @param folder where log files are written
public record Surroundings(String host, URI collector, String token, Path folder) {

    /// The standard OpenTelemetry variables.
    Map<String, String> environment() {
        return Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.toString(), "OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer " + token);
    }

    @Override
    public String toString() {
        return "Surroundings[host=" + host + ", collector=" + collector + ", folder=" + folder + "]";
    }
}
