package dev.faultline.api.graphql;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.http.Json;
import dev.faultline.api.http.RunningServer;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentOutcome;
import dev.faultline.graph.deployment.DeploymentStore;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentChange;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.suppression.LabelMatcher;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.suppression.SuppressionStore;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.type.CiTypeStore;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphqlIT {
    private static final String FILL = """
            UNWIND range(1, 30) AS i
            CREATE (host:Ci:Host {id: 'h' + (100 + i), type: 'Host', name: 'host ' + i, cpuCount: i, validFrom: 1000})
            CREATE (service:Ci:Service {id: 's' + (100 + i), type: 'Service', name: 'service ' + i, validFrom: 1000})
            CREATE (instance:Ci:ServiceInstance {id: 'i' + (100 + i), type: 'ServiceInstance', name: 'instance ' + i, validFrom: 1000})
            CREATE (instance)-[:RUNS_ON {validFrom: 1000}]->(host)
            CREATE (instance)-[:INSTANCE_OF {validFrom: 1000}]->(service)
            CREATE (edge:CallEdge {id: 'e' + (100 + i), callerId: 's' + (100 + i), calleeId: 's101', endpoint: 'GET /', kind: 'HTTP'})
            CREATE (:CiVersion {ciId: host.id, type: 'Host', name: 'old host ' + i, validFrom: 500, validTo: 1000})
            """;
    private static final String NESTED = """
            query Nested($n: Int!) {
              cis(type: "ServiceInstance", first: $n) {
                nodes { name relations { type to { name ciType { name } alerts { key } } } }
              }
            }
            """;
    private final RunningServer server;
    private final GraphConnection graph;
    private final Neo4jEndpoint endpoint;

    GraphqlIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.server = RunningServer.of(new GraphqlRoutes(graph, Clock.systemUTC()));
        this.graph = graph;
        this.endpoint = endpoint;
    }

    @BeforeEach
    void fill() {
        new CiTypeStore(graph).ship(ShippedCiTypes.load());
        try (var driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()));
                var session = driver.session()) {
            session.run(FILL).consume();
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void pagesFollowEachOtherToTheEnd() {
        JsonNode first = data("{ cis(type: \"Host\", first: 20) { nodes { id } pageInfo { hasNextPage endCursor } } }").get("cis");
        assertThat(first.get("nodes")).hasSize(20);
        String cursor = first.get("pageInfo").get("endCursor").asString();
        JsonNode second = data("{ cis(type: \"Host\", first: 20, after: \"" + cursor + "\") { nodes { id } pageInfo { hasNextPage } } }")
                .get("cis");
        assertThat(second.get("nodes")).hasSize(10);
        assertThat(second.get("nodes").get(0).get("id").asString()).isEqualTo("h121");
        assertThat(second.get("pageInfo").get("hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void aCiLeadsToItsRelationsCallsAndType() {
        JsonNode ci = data("{ ci(id: \"i101\") { name relations(type: \"RUNS_ON\") { to { name attributes } } } }").get("ci");
        assertThat(ci.get("relations").get(0).get("to").get("attributes").get("cpuCount").asInt()).isEqualTo(1);
        JsonNode service = data("{ ci(id: \"s101\") { ciType { name } callsIn { caller { id } windows { calls } } deployments { id } } }")
                .get("ci");
        assertThat(service.get("callsIn")).hasSize(30);
        assertThat(service.get("ciType").get("name").asString()).isEqualTo("Service");
    }

    @Test
    void anAlertTellsWhatHoldsItBackAndSuppressionsArePaged() {
        Instant from = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
        SuppressionStore store = new SuppressionStore(graph);
        Suppression window = new Suppression("maintenance-000000000001-00000001", new SuppressionScope.OfCis(List.of("h101"), null), from,
                from.plusSeconds(600), "ann", "new kernel", from, null);
        Suppression silence = new Suppression("silence-000000000001-00000001",
                new SuppressionScope.OfLabels(List.of(new LabelMatcher("service", "web", false, true))), from, from.plusSeconds(600), "ann",
                "known", from, null);
        store.create(window);
        store.create(silence);
        try (AlertStore alerts = AlertStore.open(graph, AlertRules.defaults())) {
            alerts.accept(
                    List.of(new AlertNotice("test", "a", AlertState.FIRING, from, null, Map.of("alertname", "Slow"), Map.of(), from)));
        }
        store.link(List.of(new SuppressionStore.AlertLinks("test:a", Set.of(window.id()), Set.of())), from.plusSeconds(1));

        assertThat(data("{ alerts { nodes { suppressedBy { id kind by reason } } } }").toString())
                .contains("\"suppressedBy\":[{\"id\":\"" + window.id()
                        + "\",\"kind\":\"MAINTENANCE\",\"by\":\"ann\",\"reason\":\"new kernel\"}]");
        assertThat(data("{ alerts(asOf: \"" + from + "\") { nodes { suppressedBy { id } } } }").toString()).contains("\"suppressedBy\":[]");
        assertThat(data("{ maintenance(state: ACTIVE) { nodes { id state ciIds cis { name } end { by } } pageInfo { hasNextPage } } }")
                .toString()).contains("\"state\":\"ACTIVE\",\"ciIds\":[\"h101\"],\"cis\":[{\"name\":\"host 1\"}],\"end\":null");
        assertThat(data("{ silences { nodes { matchers { name isRegex isEqual } } } }").toString())
                .contains("{\"name\":\"service\",\"isRegex\":false,\"isEqual\":true}");
    }

    @Test
    void theGraphIsSeenAsOfAnInstant() {
        JsonNode ci = data("{ ci(id: \"h101\", asOf: \"1970-01-01T00:00:00.600Z\") { name relations { type } history { name validTo } } }")
                .get("ci");
        assertThat(ci.get("name").asString()).isEqualTo("old host 1");
        assertThat(ci.get("relations")).isEmpty();
        assertThat(ci.get("history")).hasSize(2);
        assertThat(data("{ ci(id: \"h101\", asOf: \"1970-01-01T00:00:00.100Z\") { name } }").get("ci").isNull()).isTrue();
    }

    @Test
    void edgesCarryCursorsThatPagesBeginBehind() {
        JsonNode edges = data("{ cis(type: \"Host\", first: 3) { edges { node { id } cursor } } }").at("/cis/edges");
        String cursor = edges.get(1).get("cursor").asString();

        JsonNode behind = data("{ cis(type: \"Host\", first: 1, after: \"" + cursor + "\") { edges { node { id } } } }").at("/cis/edges/0");

        assertThat(edges.get(1).at("/node/id").asString()).isEqualTo("h102");
        assertThat(behind.at("/node/id").asString()).isEqualTo("h103");
    }

    @Test
    void incidentsAndDeploymentsAreSeenAsOfAnInstant() {
        Instant start = Instant.parse("2026-03-02T09:30:00Z");
        var incident = new Incident("i", "slow", IncidentState.RESOLVED, start, start.plusSeconds(90), start.plusSeconds(60), List.of(),
                null);
        new IncidentStore(graph).save(new IncidentChange(incident, List.of(), List.of(), null));
        try (DeploymentStore deployments = DeploymentStore.open(graph)) {
            deployments.save(new Deployment("d", "service 1", null, "2", List.of(), List.of(), start, start.plusSeconds(60), "ann",
                    DeploymentOutcome.SUCCEEDED, List.of()));
        }

        JsonNode during = asOf(start.plusSeconds(30));
        assertThat(during.at("/incidents/nodes/0/state").asString()).isEqualTo("OPEN");
        assertThat(during.at("/incident/resolvedAt").isNull()).isTrue();
        assertThat(during.at("/deployments/edges/0/node/outcome").asString()).isEqualTo("RUNNING");
        assertThat(during.at("/ci/deployments/0/outcome").asString()).isEqualTo("RUNNING");
        JsonNode after = asOf(start.plusSeconds(90));
        assertThat(after.at("/incidents/nodes")).isEmpty();
        assertThat(after.at("/incident/state").asString()).isEqualTo("RESOLVED");
        assertThat(after.at("/ci/deployments/0/outcome").asString()).isEqualTo("SUCCEEDED");
        JsonNode before = asOf(start.minusSeconds(1));
        assertThat(before.at("/incident").isNull()).isTrue();
        assertThat(before.at("/deployments/edges")).isEmpty();
        assertThat(before.at("/ci/deployments")).isEmpty();
    }

    private JsonNode asOf(Instant instant) {
        return data(
                """
                        { incidents(asOf: "%1$s") { nodes { id state ranking { version } alerts { key } } } incident(id: "i", asOf: "%1$s") { state resolvedAt }
                          deployments(asOf: "%1$s") { edges { cursor node { outcome } } } ci(id: "s101", asOf: "%1$s") { deployments { outcome } alerts { key } }
                          callEdges(first: 1, asOf: "%1$s") { nodes { windows { calls } } } runs { verdict counts { held } } }"""
                        .formatted(instant));
    }

    @Test
    void theNumberOfQueriesDoesNotGrowWithTheNumberOfRows() {
        long few = queries(() -> post(NESTED, Map.of("n", 2)));
        long many = queries(() -> post(NESTED, Map.of("n", 30)));
        assertThat(many).isEqualTo(few);
    }

    @Test
    void everyRootFieldAnswers() {
        JsonNode data = data(
                "{ ciTypes { name attributes { name type } relations { name targets } } callEdges(first: 2) { nodes { id } pageInfo { endCursor } }"
                        + " deployments { nodes { id } } alerts { nodes { key } } incidents { nodes { id } } incident(id: \"none\") { id }"
                        + " past: alerts(asOf: \"2026-01-01T00:00:00Z\") { nodes { key } } }");
        assertThat(data.get("ciTypes").size()).isGreaterThan(30);
        assertThat(data.get("callEdges").get("pageInfo").get("endCursor").asString()).isEqualTo("e102");
    }

    @Test
    void whatIsTooDeepTooCostlyOrWrongIsToldAndNotRun() {
        String deep = "{ ci(id: \"i101\") { " + "relations { to { ".repeat(12) + "id" + " } }".repeat(12) + " } }";
        assertError(post(deep, Map.of()), "depth");
        assertError(post("{ cis(first: 500) { nodes { relations { to { relations { to { relations { to { id } } } } } } } } }", Map.of()),
                "complexity");
        assertError(post("{ cis(first: 0) { nodes { id } } }", Map.of()), "first is 0, expected 1 to 500");
        assertError(post("{ cis(type: \"Nonsense\") { nodes { id } } }", Map.of()), "type is 'Nonsense'");
        assertError(post("{ cis(asOf: \"yesterday\") { nodes { id } } }", Map.of()), "yesterday");
        assertError(post("{ cis { nodes { id } ", Map.of()), "");
        assertError(post("{ nothing }", Map.of()), "nothing");
        assertThat(server.post("/graphql", "{\"query\": ").statusCode()).isEqualTo(400);
        assertThat(server.post("/graphql", "{}").body()).contains("query is missing");
    }

    private static void assertError(HttpResponse<String> response, String part) {
        JsonNode error = Json.MAPPER.readTree(response.body()).get("errors").get(0);
        assertThat(error.get("message").asString()).contains(part).doesNotContain("\n");
        assertThat(error.get("extensions").get("classification").asString()).isNotBlank();
    }

    private JsonNode data(String query) {
        HttpResponse<String> response = post(query, Map.of());
        JsonNode answer = Json.MAPPER.readTree(response.body());
        assertThat(answer.has("errors")).as(response.body()).isFalse();
        return answer.get("data");
    }

    private HttpResponse<String> post(String query, Map<String, Object> variables) {
        return server.post("/graphql", Json.MAPPER.writeValueAsString(Map.of("query", query, "variables", variables)));
    }

    private long queries(Runnable work) {
        long before = graph.transactionCount();
        work.run();
        return graph.transactionCount() - before;
    }
}
