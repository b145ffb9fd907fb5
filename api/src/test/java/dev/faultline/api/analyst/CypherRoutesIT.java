package dev.faultline.api.analyst;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.http.Json;
import dev.faultline.api.http.RunningServer;
import dev.faultline.graph.analyst.AnalystQueries;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CypherRoutesIT {
    private final RunningServer server;
    private final Neo4jEndpoint endpoint;

    CypherRoutesIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.server = RunningServer.of(new CypherRoutes(new AnalystQueries(graph)));
        this.endpoint = endpoint;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void nodesRelationshipsPathsAndTimesComeAsPlainJson() {
        SampleGraph.write(endpoint, 1_000_000);
        JsonNode row = answer(
                "MATCH path = (i:ServiceInstance {id: $id})-[r:RUNS_ON]->(h) RETURN i, r, path, datetime('2026-01-02T03:04:05Z') AS at, "
                        + "duration('PT1M') AS span, point({x: 1, y: 2}) AS place, 0.0/0.0 AS none, [1, {a: null}] AS list",
                Map.of("id", "i1")).get("rows").get(0);
        assertThat(row.get(0).get("labels").toString()).isEqualTo("[\"Ci\",\"ServiceInstance\"]");
        assertThat(row.get(0).get("properties").get("name").asString()).isEqualTo("quotes-1");
        assertThat(row.get(1).get("type").asString()).isEqualTo("RUNS_ON");
        assertThat(row.get(2).get("nodes")).hasSize(2);
        assertThat(row.get(3).asString()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(row.get(4).asString()).isEqualTo("P0M0DT60S");
        assertThat(row.get(5).get("x").asDouble()).isEqualTo(1);
        assertThat(row.get(6).asString()).isEqualTo("NaN");
        assertThat(row.get(7).toString()).isEqualTo("[1,{\"a\":null}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE (n:Ci {id: 'x'}) RETURN n", "MATCH (n) DETACH DELETE n", "MERGE (n:Ci {id: 'x'})",
            "MATCH (n:Ci) SET n.x = 1",
            "CREATE INDEX x FOR (n:Ci) ON (n.x)", "DROP CONSTRAINT ci_id", "CALL db.createLabel('X')", "CALL dbms.listConfig()",
            "CALL dbms.killConnection('bolt-1')", "CALL db.clearQueryCaches()", "CALL dbms.upgrade()",
            "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
            "SHOW TRANSACTIONS", "SHOW USERS", "SHOW SETTINGS", "SHOW DATABASES", "CREATE USER x SET PASSWORD 'xxxxxxxx'",
            "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
            "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
            "UNWIND [1] AS x CALL (x) { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line",
            "PROFILE CREATE (n:Ci {id: 'x'})", "UNWIND range(1, 9) AS i CALL (i) { CREATE (:X) } IN TRANSACTIONS"})
    void whatDoesMoreThanReadIsRefusedAndChangesNothing(String query) {
        HttpResponse<String> response = post(query);
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 403);
        assertThat(Json.MAPPER.readTree(response.body()).get("detail").asString()).startsWith("the query ").doesNotContain("\n");
        assertThat(answer("MATCH (n) WHERE NOT n:`__Neo4jMigration` RETURN count(n)", Map.of()).get("rows").toString()).isEqualTo("[[0]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CALL db.labels()", "SHOW INDEXES", "EXPLAIN MATCH (n) RETURN n", "CALL db.labels() YIELD label RETURN label",
            "MATCH (n:Ci) RETURN n"})
    void whatOnlyReadsIsAnswered(String query) {
        assertThat(post(query).statusCode()).as(post(query).body()).isEqualTo(200);
    }

    @Test
    void anEndlessWalkIsStoppedByItsTimeLimit() {
        HttpResponse<String> response = server.post("/api/v1/cypher",
                "{\"query\": \"UNWIND range(1, 1000000000) AS a UNWIND range(1, 1000000000) AS b RETURN count(a + b)\", \"secondsMax\": 1}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(504);
        assertThat(response.body()).contains("took longer than 1 s and was stopped");
    }

    @Test
    void rowsAndValuesAreLimited() {
        JsonNode rows = Json.MAPPER
                .readTree(server.post("/api/v1/cypher", "{\"query\": \"UNWIND range(1, 100) AS x RETURN x\", \"rowsMax\": 3}").body());
        assertThat(rows.get("rows").toString()).isEqualTo("[[1],[2],[3]]");
        assertThat(rows.get("truncatedBy").asString()).isEqualTo("there are more than 3 rows");
        JsonNode values = answer("UNWIND range(1, 100) AS x RETURN range(1, 100000)", Map.of());
        assertThat(values.get("truncatedBy").asString()).contains("more than 500000 values");
    }

    @Test
    void whatIsWrongIsToldInASentence() {
        assertThat(post("MATCH (n RETURN n").body()).contains("the query is not valid");
        assertThat(post("RETURN $missing").body()).contains("missing");
        assertThat(post("").body()).contains("query is missing");
        assertThat(server.post("/api/v1/cypher", "{\"query\": \"RETURN 1\", \"rowsMax\": 0}").body())
                .contains("rowsMax is 0, expected 1 to 10000");
        assertThat(server.post("/api/v1/cypher", "{\"qeury\": \"RETURN 1\"}").body()).contains("qeury");
        assertThat(post("RETURN 1; RETURN 2").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> post(String query) {
        return server.post("/api/v1/cypher", Json.MAPPER.writeValueAsString(Map.of("query", query)));
    }

    private JsonNode answer(String query, Map<String, Object> parameters) {
        HttpResponse<String> response = server.post("/api/v1/cypher",
                Json.MAPPER.writeValueAsString(Map.of("query", query, "parameters", parameters)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body());
    }
}
