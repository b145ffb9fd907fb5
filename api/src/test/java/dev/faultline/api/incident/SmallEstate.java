package dev.faultline.api.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

import dev.faultline.graph.alert.AlertMeaning;
import dev.faultline.graph.alert.AlertReader;
import dev.faultline.graph.alert.Severity;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.binding.CiLookup;
import dev.faultline.graph.binding.SubjectLookup;
import dev.faultline.graph.call.LatencySketch;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.symptom.Signal;

/// A few services with instances, and what flowed between them until now: `lb -> web -> shop (3 instances) -> db`, `web -> catalog`.
public final class SmallEstate implements AutoCloseable {
    static final int MINUTES = 30;

    private record Edge(String callerId, String calleeId, @Nullable String instanceId, double calls, double millis) {
        String id() {
            return callerId + ">" + (instanceId == null ? calleeId : instanceId);
        }
    }

    /// The last edge is what calls look like whose instance never answered.
    private static final List<Edge> EDGES = List.of(new Edge("lb", "web", null, 1800, 40), new Edge("web", "shop", "shop-1", 600, 25),
            new Edge("web", "shop", "shop-2", 600, 25), new Edge("web", "shop", "shop-3", 600, 25), new Edge("shop", "db", null, 1800, 5),
            new Edge("web", "catalog", null, 1800, 8), new Edge("web", "shop", null, 0, 25));

    private final Driver driver;
    private final Random random = new Random(7);

    public SmallEstate(Neo4jEndpoint endpoint) {
        driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()));
    }

    /// What flowed over an edge in a minute.
    public record Flow(double calls, double errors, double millis) {
        static final Flow NONE = new Flow(0, 0, 0);

        public Flow slower(double moreMillis) {
            return new Flow(calls, errors, millis + moreMillis);
        }

        Flow failing(double share) {
            return new Flow(calls, calls * share, millis);
        }
    }

    /// Turns what is normal into what happened.
    @FunctionalInterface
    public interface Fault {
        Flow happened(String edgeId, long minutesAgo, Flow normal);
    }

    /// Writes CIs, relations, calls and the windows of the last half hour.
    public void write(Instant now, Fault fault) {
        run("UNWIND ['lb', 'web', 'shop', 'db', 'catalog'] AS id CREATE (:Ci:Service {id: id, type: 'Service', name: id, validFrom: 0})",
                Map.of());
        run("MATCH (shop:Ci {id: 'shop'}) UNWIND range(1, 3) AS n CREATE (:Ci:ServiceInstance {id: 'shop-' + n, type: 'ServiceInstance', "
                + "name: 'shop-' + n, validFrom: 0})-[:INSTANCE_OF {validFrom: 0}]->(shop)", Map.of());
        run("UNWIND $rows AS row MATCH (caller:Ci {id: row.callerId}), (callee:Ci {id: row.calleeId}) CREATE (edge:CallEdge {endpoint: 'GET /', "
                + "kind: 'HTTP', createdAtMillis: 0})-[:CALLER]->(caller) CREATE (edge)-[:CALLEE]->(callee) SET edge += row",
                Map.of("rows", EDGES.stream().map(SmallEstate::row).toList()));
        long minute = now.getEpochSecond() / 60;
        List<Map<String, Object>> windows = new ArrayList<>();
        for (Edge edge : EDGES) {
            for (long ago = MINUTES; ago >= 0; ago--) {
                addWindow(windows, edge, minute - ago, fault.happened(edge.id(), ago, normal(edge)));
            }
        }
        run("UNWIND $rows AS row CREATE (window:CallWindow) SET window = row", Map.of("rows", windows));
    }

    /// Adds as many calls again to every minute, all of them failed.
    void addLateSpans() {
        run("MATCH (window:CallWindow) SET window.errors = window.calls, window.calls = 2 * window.calls", Map.of());
    }

    /// Takes a CI and its calls away as if it had never been.
    void forget(String ciId) {
        run("MATCH (edge:CallEdge) WHERE $id IN [edge.callerId, edge.calleeId] DETACH DELETE edge", Map.of("id", ciId));
        run("MATCH (ci:Ci {id: $id}) DETACH DELETE ci", Map.of("id", ciId));
    }

    private Flow normal(Edge edge) {
        return new Flow(edge.calls() * (0.95 + 0.1 * random.nextDouble()), 0, edge.millis() * (0.95 + 0.1 * random.nextDouble()));
    }

    private static void addWindow(List<Map<String, Object>> windows, Edge edge, long minute, Flow flow) {
        if (flow.calls() == 0) {
            return;
        }
        LatencySketch latency = LatencySketch.empty();
        IntStream.rangeClosed(1, 10).forEach(part -> latency.add(flow.millis() * (0.5 + part / 10.0), flow.calls() / 10));
        windows.add(
                Map.of("edgeId", edge.id(), "minute", minute, "calls", flow.calls(), "errors", flow.errors(), "latency", latency.bytes(),
                        "meanMillis", latency.meanMillis()));
    }

    private static Map<String, Object> row(Edge edge) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", edge.id());
        row.put("callerId", edge.callerId());
        row.put("calleeId", edge.calleeId());
        row.put("calleeInstanceId", edge.instanceId());
        return row;
    }

    private void run(String cypher, Map<String, Object> parameters) {
        driver.executableQuery(cypher).withParameters(parameters).execute();
    }

    /// Labels say it all: `ci` is the id of the CI, `signal` the class of what is wrong.
    static final AlertReader READER = (labels, annotations) -> new AlertMeaning(labels.getOrDefault("alertname", "unnamed"),
            Severity.CRITICAL, Signal.valueOf(labels.getOrDefault("signal", "UNKNOWN")),
            List.of(new SubjectLookup.OfCi(CiLookup.byId(labels.getOrDefault("ci", "none")))));

    static AlertNotice firing(String ciId, Signal signal, Instant startsAt) {
        return new AlertNotice("test", ciId + "-" + signal, AlertState.FIRING, startsAt, null, labels(ciId, signal), Map.of(),
                startsAt.plus(Duration.ofSeconds(5)));
    }

    static AlertNotice resolved(String ciId, Signal signal, Instant startsAt, Instant endsAt) {
        return new AlertNotice("test", ciId + "-" + signal, AlertState.RESOLVED, startsAt, endsAt, labels(ciId, signal), Map.of(),
                endsAt.plus(Duration.ofSeconds(5)));
    }

    private static Map<String, String> labels(String ciId, Signal signal) {
        return Map.of("alertname", "High" + signal, "ci", ciId, "signal", signal.name());
    }

    @Override
    public void close() {
        driver.close();
    }
}
