package dev.faultline.graph.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.binding.CiLookup;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.symptom.Signal;

/// Notices and CIs for tests.
final class AlertSamples {

    static final Instant T = Instant.parse("2026-03-02T09:30:00Z");

    /// Reads `service`, or `caller` and `callee`.
    static final AlertReader READER = (labels, annotations) -> new AlertMeaning(labels.getOrDefault("alertname", "unnamed"),
            Severity.CRITICAL, Signal.LATENCY,
            List.of(labels.containsKey("caller")
                    ? new SubjectLookup.OfCalls(CiLookup.byName("Service", labels.getOrDefault("caller", "none")),
                            CiLookup.byName("Service", labels.getOrDefault("callee", "none")))
                    : new SubjectLookup.OfCi(CiLookup.byName("Service", labels.getOrDefault("service", "none")))));

    private AlertSamples() {}

    static AlertNotice firing(String fingerprint, String service, long startsAtSeconds) {
        return notice(fingerprint, Map.of("alertname", "HighLatency", "service", service), startsAtSeconds, null, startsAtSeconds + 1);
    }

    static AlertNotice resolved(String fingerprint, String service, long startsAtSeconds, long endsAtSeconds) {
        return notice(fingerprint, Map.of("alertname", "HighLatency", "service", service), startsAtSeconds, T.plusSeconds(endsAtSeconds),
                endsAtSeconds + 1);
    }

    static AlertNotice notice(String fingerprint, Map<String, String> labels, long startsAtSeconds, @Nullable Instant endsAt,
            long receivedAtSeconds) {
        return new AlertNotice("test", fingerprint, endsAt == null ? AlertState.FIRING : AlertState.RESOLVED,
                T.plusSeconds(startsAtSeconds), endsAt, labels, Map.of("summary", "slow"), T.plusSeconds(receivedAtSeconds));
    }

    static void service(Neo4jEndpoint endpoint, String id, String name) {
        run(endpoint, "CREATE (:Ci:Service {id: $id, type: 'Service', name: $name, validFrom: 0})", Map.of("id", id, "name", name));
    }

    static void calls(Neo4jEndpoint endpoint, String id, String callerId, String calleeId) {
        run(endpoint, """
                MATCH (caller:Ci {id: $callerId}), (callee:Ci {id: $calleeId})
                CREATE (caller)<-[:CALLER]-(:CallEdge {id: $id, callerId: $callerId, calleeId: $calleeId})-[:CALLEE]->(callee)""",
                Map.of("id", id, "callerId", callerId, "calleeId", calleeId));
    }

    /// Ids of what an alert's node is linked to.
    static List<String> linked(Neo4jEndpoint endpoint, String key) {
        return run(endpoint, "MATCH (:Alert {key: $key})-[:ON]->(target) RETURN target.id AS id", Map.of("key", key));
    }

    static List<String> run(Neo4jEndpoint endpoint, String query, Map<String, Object> parameters) {
        try (var driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()))) {
            return driver.executableQuery(query).withParameters(parameters).execute().records().stream().map(row -> row.get(0).asString())
                    .toList();
        }
    }
}
