package dev.faultline.collectors.recorded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.topology.TopologyCall;

/// Turns recorded alerts of three kinds (metric, trace, log) into alerts.
final class AlertJson {
    private AlertJson() {}

    static List<Alert> alerts(JsonNode incident) {
        List<Alert> alerts = new ArrayList<>();
        for (JsonNode node : incident.path("alerts")) {
            alerts.add(alert(node, alerts.size()));
        }
        return alerts;
    }

    /// Who calls whom, as far as trace alerts tell.
    static Set<TopologyCall> calls(JsonNode incident) {
        Set<TopologyCall> calls = new LinkedHashSet<>();
        for (JsonNode node : incident.path("alerts")) {
            String caller = text(node, "caller");
            if (!caller.isEmpty() && !text(node, "ci").isEmpty() && !caller.equals(text(node, "ci"))) {
                calls.add(new TopologyCall(caller, text(node, "ci")));
            }
        }
        return calls;
    }

    /// Host by the CI that runs there, as far as alerts tell.
    static Map<String, String> hosts(JsonNode incident) {
        Map<String, String> hosts = new TreeMap<>();
        for (JsonNode node : incident.path("alerts")) {
            if (!text(node, "host").isEmpty() && !text(node, "ci").isEmpty()) {
                hosts.put(text(node, "ci"), text(node, "host"));
            }
        }
        return hosts;
    }

    private static Alert alert(JsonNode node, int number) {
        String kind = text(node, "kind");
        String ci = text(node, "ci");
        String caller = text(node, "caller");
        String name = switch (kind) {
            case "metric" -> text(node, "name") + " " + text(node, "direction");
            case "trace" -> "calls: " + text(node, "symptom");
            default -> "log template";
        };
        String detail = text(node, kind.equals("trace") ? "operation" : "template");
        @Nullable
        Subject subject = ci.isEmpty() ? null : caller.isEmpty() ? new Subject.OfCi(ci) : new Subject.OfCalls(caller, ci);
        String fingerprint = kind + "|" + ci + "|" + caller + "|" + name + "|" + detail;
        return new Alert("recorded:" + number + ":" + fingerprint, "recorded", fingerprint, name, AlertState.FIRING, Severity.WARNING,
                signal(node, kind), Instant.EPOCH, null, Instant.EPOCH, 0, Map.of("kind", kind, "detail", detail), Map.of(), subject);
    }

    private static Signal signal(JsonNode node, String kind) {
        return switch (kind) {
            case "metric" -> MetricMeaning.of(text(node, "name")).signal();
            case "trace" -> text(node, "symptom").startsWith("error") ? Signal.ERRORS : Signal.LATENCY;
            default -> Signal.UNKNOWN;
        };
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : "";
    }
}
