package dev.faultline.api.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.suppression.SuppressionStore;

/// Bodies of Alertmanager's webhook for tests.
final class WebhookBodies {

    private WebhookBodies() {}

    static AlertRoutes routes(AlertStore store, GraphConnection graph, MeterRegistry meters) {
        return new AlertRoutes(new AlertIntake(store, Clock.systemUTC(), meters),
                AlertMappings.defaults().ofHttp("alertmanager").orElseThrow(),
                new AlertQueries(graph), new SuppressionStore(graph));
    }

    static String firing(Collection<String> fingerprints) {
        return "{\"version\": \"4\", \"alerts\": [" + fingerprints.stream().map(fingerprint -> """
                {"status": "firing", "labels": {"alertname": "HighLatency", "service": "quotes"}, "annotations": {"summary": "slow"},
                 "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "%s"}""".formatted(Instant.now(), fingerprint))
                .collect(Collectors.joining(",")) + "]}";
    }

    static String resolved(String fingerprint, Instant startsAt, Instant endsAt) {
        return """
                {"version": "4", "alerts": [{"status": "resolved", "labels": {"alertname": "HighLatency", "service": "quotes"},
                 "startsAt": "%s", "endsAt": "%s", "fingerprint": "%s"}]}""".formatted(startsAt, endsAt, fingerprint);
    }
}
