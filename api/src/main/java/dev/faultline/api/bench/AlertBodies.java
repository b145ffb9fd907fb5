package dev.faultline.api.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Bodies as Alertmanager posts them, made ahead so that making them is not measured.
final class AlertBodies {
    private static final int SERVICES = 500;

    private AlertBodies() {}

    /// Bodies with so many alerts each, no two of them the same.
    static List<byte[]> distinct(String prefix, int alerts, int alertsABody) {
        String startsAt = Instant.now().minusSeconds(60).toString();
        var bodies = new ArrayList<byte[]>();
        for (int from = 0; from < alerts; from += alertsABody) {
            var body = new StringBuilder("""
                    {"version": "4", "groupKey": "{}:{alertname=\\"HighLatency\\"}", "truncatedAlerts": 0, "status": "firing",
                     "receiver": "faultline", "groupLabels": {"alertname": "HighLatency"}, "commonLabels": {}, "commonAnnotations": {},
                     "externalURL": "http://alertmanager:9093", "alerts": [""");
            for (int i = from; i < Math.min(alerts, from + alertsABody); i++) {
                body.append(i == from ? "" : ",").append(alert(prefix, i, startsAt));
            }
            bodies.add(body.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }

    static String service(int number) {
        return "service-" + number;
    }

    private static String alert(String prefix, int number, String startsAt) {
        return """
                {"status": "firing", "labels": {"alertname": "HighLatency", "service": "%s", "endpoint": "GET /quotes/%d",
                  "severity": "critical", "city": "north", "team": "trading"},
                 "annotations": {"summary": "p99 of GET /quotes/%d is 2.4 s, expected 0.3 s"},
                 "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "http://prometheus:9090/graph",
                 "fingerprint": "%s-%d"}""".formatted(service(number % SERVICES), number, number, startsAt, prefix, number);
    }
}
