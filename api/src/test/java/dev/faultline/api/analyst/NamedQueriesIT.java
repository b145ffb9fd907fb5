package dev.faultline.api.analyst;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
class NamedQueriesIT {
    private final RunningServer server;
    private final Neo4jEndpoint endpoint;

    NamedQueriesIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.server = RunningServer.of(new CypherRoutes(new AnalystQueries(graph)));
        this.endpoint = endpoint;
    }

    @BeforeEach
    void fill() {
        SampleGraph.write(endpoint, System.currentTimeMillis());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Arguments> answers() {
        return Stream.of(query("find-services-without-owner", Map.of(), "[[\"s2\",\"trading\",\"1970-01-01T00:00:02Z\"]]"),
                query("show-blast-radius", Map.of("ciId", "h1"),
                        "[[\"i1\",\"ServiceInstance\",\"quotes-1\",1],[\"i2\",\"ServiceInstance\",\"trading-1\",1],"
                                + "[\"s1\",\"Service\",\"quotes\",2],[\"s2\",\"Service\",\"trading\",2]]"),
                query("show-blast-radius", Map.of("ciId", "s1"), "[[\"s2\",\"Service\",\"trading\",2]]"),
                query("find-call-edges-with-errors", Map.of(), "[[\"trading\",\"quotes\",\"GET /quotes\",100.0,6.0,0.06]]"),
                query("find-busiest-call-edges", Map.of("minutes", 50), "[[\"trading\",\"quotes\",\"GET /quotes\",100.0,2.0]]"),
                query("find-single-points-of-failure", Map.of(), "[[\"s1\",\"quotes\",1,[\"alpha\"],1]]"),
                query("find-alerts-without-ci", Map.of(),
                        "[[\"a2\",\"Nobody\",\"alertmanager\",\"INFO\",\"FIRING\",\"1970-01-01T00:00:00Z\",\"{\\\"x\\\":\\\"y\\\"}\"]]"),
                query("find-stale-sources", Map.of(), "[[\"cloud\",\"region-1\",\"1970-01-01T00:00:01Z\",\"FAILED\"]]"),
                query("list-hosts-by-instances", Map.of(),
                        "[[\"h1\",\"alpha\",2,[\"quotes\",\"trading\"]],[\"h2\",\"beta\",1,[\"trading\"]]]"),
                query("compare-two-instants", Map.of("from", "1970-01-01T00:00:00.700Z", "to", "1970-01-01T00:00:03Z"), ""),
                query("find-cis-by-attribute", Map.of("attribute", "owner", "text", "MARKET"),
                        "[[\"s1\",\"Service\",\"quotes\",\"market data\"]]"),
                query("find-silent-services", Map.of(), "[[\"s1\",\"quotes\",100.0]]"),
                query("find-top-causes", Map.of(), "[[\"s1\",\"Service\",\"quotes\",1,[\"CHANGE\"]]]"),
                query("calibrate-confidence", Map.of(), "[[0.7,0.8,2,1,0.5,0.75]]"), query("find-recurring-alerts", Map.of(), ""),
                query("find-alerts-after-deployments", Map.of(), ""),
                query("find-changes-near-a-ci", Map.of("ciId", "s2"), ""));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aNamedQueryAnswersWithTheExpectedRows(String name, Map<String, Object> parameters, String rows) {
        JsonNode answer = run(name, parameters);
        if (!rows.isEmpty()) {
            assertThat(answer.get("rows")).isEqualTo(Json.MAPPER.readTree(rows));
        }
        assertThat(answer.get("rows").size()).as(answer.toString()).isPositive();
        assertThat(answer.get("notes").size()).as(answer.toString()).isZero();
    }

    @Test
    void aComparisonTellsWhatAppearedDisappearedAndChanged() {
        JsonNode rows = run("compare-two-instants", Map.of("from", "1970-01-01T00:00:00.700Z", "to", "1970-01-01T00:00:03Z")).get("rows");
        assertThat(rows)
                .anySatisfy(
                        row -> assertThat(row.toString()).isEqualTo("[\"s2\",\"changed\",[[\"name\",\"trade\"]],[[\"name\",\"trading\"]]]"))
                .anySatisfy(row -> assertThat(row.toString()).startsWith("[\"gone\",\"disappeared\""))
                .anySatisfy(row -> assertThat(row.toString()).startsWith("[\"h1\",\"appeared\"")).hasSize(8);
    }

    @Test
    void alertsAndDeploymentsMeetAtTheirCi() {
        JsonNode row = run("find-alerts-after-deployments", Map.of()).get("rows").get(0);
        assertThat(row.get(0).asString()).isEqualTo("d1");
        assertThat(row.get(5).get(0).asString()).isEqualTo("QuotesSlow");
        assertThat(row.get(6).asDouble()).isEqualTo(5.0);
        assertThat(run("find-changes-near-a-ci", Map.of("ciId", "s2")).get("rows").get(0).toString()).contains("deployment",
                "quotes 1 -> 2");
        assertThat(run("find-recurring-alerts", Map.of()).get("rows").get(0).toString()).startsWith("[\"a1\",\"QuotesSlow\",3,7,");
    }

    @Test
    void theLibraryListsFifteenQueriesWithTheirParameters() {
        JsonNode queries = Json.MAPPER.readTree(server.get("/api/v1/queries").body()).get("queries");
        assertThat(queries).hasSize(16).allSatisfy(query -> {
            assertThat(query.get("purpose").asString()).endsWith("?");
            assertThat(query.get("columns").asString()).isNotBlank();
        });
    }

    @Test
    void whatIsWrongWithANamedQueryIsToldInASentence() {
        assertThat(server.post("/api/v1/queries/none", "{}").statusCode()).isEqualTo(404);
        HttpResponse<String> unknown = server.post("/api/v1/queries/find-stale-sources", "{\"parameters\": {\"hour\": 1}}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("'hour' is not one of query find-stale-sources, expected one of hours");
        HttpResponse<String> kind = server.post("/api/v1/queries/find-stale-sources", "{\"parameters\": {\"hours\": \"many\"}}");
        assertThat(kind.body()).contains("hours is 'many', expected a value like 24");
    }

    private JsonNode run(String name, Map<String, Object> parameters) {
        HttpResponse<String> response = server.post("/api/v1/queries/" + name,
                Json.MAPPER.writeValueAsString(Map.of("parameters", parameters)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body());
    }

    private static Arguments query(String name, Map<String, Object> parameters, String rows) {
        return Arguments.of(name, parameters, rows);
    }
}
