package dev.faultline.api.deployment;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

import dev.faultline.api.http.RunningServer;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.deployment.DeploymentStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class DeploymentRoutesIT {
    private static final Instant STARTED_AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private final GraphConnection graph;
    private final Neo4jEndpoint endpoint;
    private DeploymentStore store;
    private RunningServer server;

    DeploymentRoutesIT(GraphConnection graph, Neo4jEndpoint endpoint) {
        this.graph = graph;
        this.endpoint = endpoint;
    }

    @BeforeEach
    void start() {
        store = DeploymentStore.open(graph);
        server = RunningServer.of(new DeploymentRoutes(store, new DeploymentQueries(graph),
                Clock.fixed(NOW, java.time.ZoneOffset.UTC)));
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    @Test
    void aReportIsLinkedToWhatItChanged() {
        createEstate();

        HttpResponse<String> answer = server.post(DeploymentRoutes.PATH, report("r-1", "running"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("{\"place\":\"SERVICE\",\"ciId\":\"s1\"}", "{\"place\":\"INSTANCE\",\"ciId\":\"i1\"}",
                "{\"place\":\"HOST\",\"ciId\":\"h1\"}");
        assertThat(server.get(DeploymentRoutes.PATH + "?ciId=i1").body()).contains("\"id\":\"r-1\"");
        assertThat(server.get(DeploymentRoutes.PATH + "/r-1").body()).contains("\"toVersion\":\"1.5\"", "\"newInstances\":[\"quotes-1\"]");
    }

    @Test
    void aSecondReportUpdatesTheFirstAndALateOneChangesNothing() {
        server.post(DeploymentRoutes.PATH, report("r-1", "running"));
        server.post(DeploymentRoutes.PATH, report("r-1", "failed"));
        server.post(DeploymentRoutes.PATH, report("r-1", "running"));

        String page = server.get(DeploymentRoutes.PATH).body();
        assertThat(page).contains("\"outcome\":\"FAILED\"").doesNotContain("RUNNING");
        assertThat(page.split("\"id\":\"r-1\"", -1)).hasSize(2);
    }

    @Test
    void placesAreLinkedWhenTheirCisAppear() {
        server.post(DeploymentRoutes.PATH, report("r-1", "succeeded"));
        assertThat(server.get(DeploymentRoutes.PATH + "/r-1").body()).contains("\"changes\":[]");

        createEstate();
        store.rebind();

        assertThat(server.get(DeploymentRoutes.PATH + "/r-1").body()).contains("\"ciId\":\"s1\"", "\"ciId\":\"i1\"", "\"ciId\":\"h1\"");
    }

    @Test
    void pagesFollowTheirCursors() {
        for (int i = 0; i < 5; i++) {
            server.post(DeploymentRoutes.PATH, report("r-" + i, "succeeded"));
        }
        String first = server.get(DeploymentRoutes.PATH + "?limit=3").body();
        String next = first.replaceFirst(".*\"next\":\"([^\"]+)\".*", "$1");
        String second = server.get(DeploymentRoutes.PATH + "?limit=3&after=" + next).body();

        assertThat(first).contains("r-0", "r-1", "r-2").doesNotContain("r-3");
        assertThat(second).contains("r-3", "r-4").doesNotContain("r-2").contains("\"next\":null");
    }

    @Test
    void whatIsWrongIsNamedAndChangesNothing() {
        HttpResponse<String> answer = server.post(DeploymentRoutes.PATH, report("r-1", "fine"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("outcome is \\\"fine\\\", expected one of RUNNING, SUCCEEDED, FAILED, ROLLED_BACK");
        assertThat(server.get(DeploymentRoutes.PATH + "/r-1").statusCode()).isEqualTo(404);
    }

    private static String report(String id, String outcome) {
        return """
                {"id": "%s", "service": "quotes", "fromVersion": "1.4", "toVersion": "1.5", "instances": ["quotes-1"], "hosts": ["h-one"],
                 "startedAt": "%s", "by": "release-bot", "outcome": "%s",
                 "batches": [{"startedAt": "%s", "newInstances": ["quotes-1"]}]}""".formatted(id, STARTED_AT, outcome, STARTED_AT);
    }

    private void createEstate() {
        try (var driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()))) {
            driver.executableQuery(
                    """
                            CREATE (service:Ci:Service {id: 's1', type: 'Service', name: 'quotes', validFrom: 0})
                            CREATE (:Ci:ServiceInstance {id: 'i1', type: 'ServiceInstance', name: 'quotes-1', validFrom: 0})-[:INSTANCE_OF]->(service)
                            CREATE (:Ci:Host {id: 'h1', type: 'Host', name: 'one', hostName: 'h-one', validFrom: 0})""")
                    .execute();
        }
    }
}
