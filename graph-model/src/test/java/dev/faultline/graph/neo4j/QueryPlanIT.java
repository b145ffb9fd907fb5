package dev.faultline.graph.neo4j;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.summary.Plan;

import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class QueryPlanIT {
    private static final Set<String> SCANS = Set.of("AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan",
            "IntersectionNodeByLabelsScan", "SubtractionNodeByLabelsScan", "DirectedAllRelationshipsScan", "UndirectedAllRelationshipsScan",
            "DirectedRelationshipTypeScan", "UndirectedRelationshipTypeScan");

    private final Neo4jEndpoint endpoint;

    QueryPlanIT(Neo4jEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @ParameterizedTest
    @MethodSource("dev.faultline.graph.neo4j.QueryFiles#names")
    void findsItsWayByIndexesAndGivesTheColumnsItsHeaderNames(String name) {
        var query = new Queries().named(name);
        var header = QueryHeader.of(query);
        try (var driver = Drivers.open(endpoint); var session = driver.session()) {
            var result = session.run("EXPLAIN " + query.text());

            assertThat(header.words("Columns")).containsAll(result.keys().isEmpty() ? List.of("none") : result.keys());
            if (!header.isScanMeant()) {
                assertThat(operators(result.consume().queryPlan().orElseThrow())).doesNotContainAnyElementsOf(SCANS);
            }
        }
    }

    private static List<String> operators(Plan plan) {
        return Stream
                .concat(Stream.of(plan.operatorType().replaceFirst("@.*", "")),
                        plan.children().stream().flatMap(each -> operators(each).stream()))
                .toList();
    }
}
