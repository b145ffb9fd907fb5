package dev.faultline.api.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/// Bodies of Alertmanager's webhook for tests.
final class WebhookBodies {

    private WebhookBodies() {}

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
