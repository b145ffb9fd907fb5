package dev.faultline.api.openapi;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.faultline.api.http.Access;
import dev.faultline.api.http.Json;
import dev.faultline.api.http.Route;
import dev.faultline.api.incident.Eventually;
import dev.faultline.api.incident.SmallEstate;
import dev.faultline.api.openapi.OpenApiDocument.Operation;
import dev.faultline.collectors.host.HostCollector;
import dev.faultline.collectors.host.HostSettings;
import dev.faultline.collectors.reconciliation.Collector;
import dev.faultline.collectors.reconciliation.Reconciliations;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.claim.EstateStore;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.test.Neo4jTest;
import dev.faultline.graph.type.ShippedCiTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Holds the document against a whole Faultline: its routes, who may call them, and what it answers.
@Neo4jTest
class OpenApiIT {
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    /// Pages for browsers, and GraphQL, which describes itself.
    private static final Set<String> NOT_REST = Set.of("login", "logout", "favicon.svg", "favicon.ico", "graphql", "graphiql");
    /// It answers as PagerDuty does.
    private static final String PAGER_DUTY = "/v2/enqueue";
    /// Two alerts, and the deployment that came before them.
    private static final int ALERTS = 2;
    /// More than may ever go from a host in one run.
    private static final int GONE = 200;

    private final OpenApiDocument document = OpenApiDocument.read();
    private final Instant alarm = Instant.now().minusSeconds(60);
    private final Set<Operation> succeeded = new HashSet<>();
    private final Neo4jEndpoint graph;
    private RunningFaultline running;
    private String incidentId = "";

    OpenApiIT(Neo4jEndpoint graph) {
        this.graph = graph;
    }

    /// The callee of the alarmed services has been slow for some minutes.
    @BeforeEach
    void start(@TempDir Path data) {
        try (SmallEstate estate = new SmallEstate(graph)) {
            estate.write(Instant.now(), (edge, ago, normal) -> ago > 3 ? normal : switch (edge) {
                case "lb>web", "web>shop-1", "web>shop-2", "web>shop-3", "shop>db" -> normal.slower(400);
                default -> normal;
            });
        }
        claimWhatThisHostNeverHad();
        running = RunningFaultline.start(graph, data);
    }

    /// Lets the first run over this host miss so much that its removals are held.
    private void claimWhatThisHostNeverHad() {
        Clock clock = Clock.systemUTC();
        Supplier<String> ids = () -> UUID.randomUUID().toString();
        Collector host = new HostCollector(HostSettings.DEFAULT, clock, ids);
        List<Claim> claims = IntStream.range(0, GONE)
                .mapToObj(i -> new Claim("gone-" + i, "Environment", "gone " + i, Map.of("environmentName", "gone " + i), List.of()))
                .toList();
        try (GraphConnection connection = GraphConnection.open(graph, GraphLimits.DEFAULT)) {
            new Reconciliations(new EstateStore(connection), ShippedCiTypes::load, clock, ids).reconcile(
                    new Run(ids.get(), host.source(), host.scope(), alarm, alarm, RunOutcome.COMPLETE, null, claims));
        }
    }

    @AfterEach
    void stop() {
        running.close();
    }

    /// One start serves them all, in this order.
    @TestFactory
    Stream<DynamicNode> theDocumentIsTrue() {
        return Stream.of(dynamicTest("every route is documented and every documented one is answered", this::compareRoutes),
                container("who may call",
                        document.operations().stream().map(each -> dynamicTest(each.toString(), () -> checkAccess(each)))),
                container("what is right",
                        Stream.concat(Calls.right(alarm).stream(), SuppressionCalls.right(alarm).stream())
                                .map(call -> dynamicTest(call.toString(), () -> succeed(call)))),
                dynamicTest("every operation succeeded", () -> assertThat(succeeded).containsAll(document.operations())),
                dynamicTest("the incident blames the slow callee and is paged", this::checkIncident),
                container("what is wrong", Stream.concat(Calls.wrong(alarm).stream(), SuppressionCalls.wrong(alarm).stream())
                        .map(call -> dynamicTest(call.toString(), () -> check(call)))));
    }

    private static DynamicNode container(String name, Stream<DynamicTest> tests) {
        return DynamicContainer.dynamicContainer(name, tests);
    }

    private void compareRoutes() {
        Set<String> registered = running.faultline().routes().stream().filter(route -> !NOT_REST.contains(route.path().split("/", -1)[1]))
                .map(route -> route.method().name() + " " + route.path()).collect(Collectors.toSet());

        assertThat(document.operations()).extracting(Operation::toString).containsExactlyInAnyOrderElementsOf(registered);
    }

    private void checkAccess(Operation operation) {
        Route route = running.faultline().routes().stream()
                .filter(each -> each.path().equals(operation.path()) && each.method().name().equals(operation.method())).findFirst()
                .orElseThrow();

        assertThat(document.schemes(operation)).isEqualTo(switch (route.access()) {
            case PUBLIC -> Set.of();
            case SENDER -> Set.of("adminToken", "ingestToken", "ingestPassword", "signature");
            case METRICS -> Set.of("adminToken", "ingestToken", "metricsToken");
            case INGEST -> Set.of("adminToken", "ingestToken");
            case ADMIN -> Set.of("adminToken");
        });
        if (route.access() != Access.PUBLIC) {
            HttpResponse<String> nobody = running.send(operation.method(), operation.path().replaceAll("[{}]", ""), null, null, null);
            assertThat(nobody.statusCode()).isEqualTo(operation.path().equals(PAGER_DUTY) ? 400 : 401);
            assertThat(faults(operation, nobody)).isEmpty();
        }
        if (route.access() == Access.ADMIN) {
            HttpResponse<String> sender = running.send(operation.method(), operation.path().replaceAll("[{}]", ""),
                    running.faultline().tokens().ingest(), null, null);
            assertThat(sender.statusCode()).isEqualTo(403);
            assertThat(faults(operation, sender)).isEmpty();
        }
    }

    private void succeed(Call call) {
        Operation operation = check(call);
        if (call.body() != null) {
            assertThat(document.requestFaults(operation, call.body())).isEmpty();
        }
        succeeded.add(operation);
    }

    private Operation check(Call call) {
        Operation operation = document.operation(call.method(), call.path());
        String target = filledIn(call.target());
        String body = call.body() == null ? null : filledIn(call.body());

        HttpResponse<String> answer = running.send(call.method(), target, running.faultline().tokens().admin(), call.mediaType(),
                body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(call.status());
        assertThat(operation.node().get("responses").has("" + call.status())).as("the status is documented").isTrue();
        assertThat(faults(operation, answer)).as(answer.body()).isEmpty();
        return operation;
    }

    private String filledIn(String text) {
        Map<String, Supplier<String>> ids = Map.of(Call.INCIDENT, this::incidentId, Call.PART, this::partId, Call.HELD_RUN, this::heldRunId,
                Call.SILENCE, () -> latestId("silences"), Call.MAINTENANCE, () -> latestId("maintenance"));
        String filledIn = text;
        for (var id : ids.entrySet()) {
            filledIn = filledIn.contains(id.getKey()) ? filledIn.replace(id.getKey(), id.getValue().get()) : filledIn;
        }
        return filledIn;
    }

    private List<String> faults(Operation operation, HttpResponse<String> answer) {
        return document.answerFaults(operation, answer.statusCode(), answer.headers().firstValue("Content-Type").orElse("none"),
                answer.body());
    }

    private void checkIncident() {
        JsonNode incident = read("/api/v1/incidents/" + incidentId());
        assertThat(incident.get("ranking").get("causes").get(0).get("ciId").asString()).isEqualTo("db");
        assertThat(read("/api/v1/incidents?ciId=db").get("incidents").valueStream()).as("it, and what was split off and taken in again")
                .extracting(each -> each.get("id")).contains(incident.get("id"));
        assertThat(read("/api/v1/incidents?ciId=catalog-of-nobody").get("incidents")).isEmpty();

        JsonNode first = read("/api/v1/incidents/" + incidentId() + "/rankings?limit=1");
        long version = first.get("rankings").get(0).get("version").asLong();
        List<Long> versions = read("/api/v1/incidents/" + incidentId() + "/rankings?after=" + (version + 1)).get("rankings").valueStream()
                .map(ranking -> ranking.get("version").asLong()).toList();
        assertThat(versions).first().isEqualTo(version);
        assertThat(versions).isSortedAccordingTo(Comparator.reverseOrder()).endsWith(1L);
        assertThat(first.get("next").isNull()).isEqualTo(version == 1);
    }

    private String incidentId() {
        if (incidentId.isEmpty()) {
            incidentId = findIncident();
        }
        return incidentId;
    }

    private String partId() {
        return read("/api/v1/incidents?state=OPEN").get("incidents").valueStream().map(each -> each.get("id").asString())
                .filter(id -> !id.equals(incidentId())).findFirst().orElseThrow();
    }

    private String findIncident() {
        return Eventually.get(WAIT_MAX, () -> {
            JsonNode incidents = read("/api/v1/incidents").get("incidents");
            return incidents.valueStream().filter(each -> each.at("/ranking/alertCount").asInt(0) == ALERTS)
                    .map(each -> each.get("id").asString()).findFirst().or(Optional::empty);
        });
    }

    private String heldRunId() {
        return Eventually.get(WAIT_MAX, () -> read("/api/v1/runs?held=true").get("runs").valueStream()
                .map(each -> each.get("id").asString()).findFirst());
    }

    private String latestId(String path) {
        return read("/api/v1/" + path + "?limit=1").get(path).get(0).get("id").asString();
    }

    private JsonNode read(String target) {
        return Json.MAPPER.readTree(running.send("GET", target, running.faultline().tokens().admin(), null, null).body());
    }
}
