package dev.faultline.api.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeRuntimeWiring;
import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertFilter;
import dev.faultline.graph.alert.AlertPage;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeFilter;
import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.CiFilter;
import dev.faultline.graph.ci.CiPage;
import dev.faultline.graph.deployment.DeploymentFilter;
import dev.faultline.graph.deployment.DeploymentPage;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentFilter;
import dev.faultline.graph.incident.IncidentPage;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.type.CiTypes;

/// The fields of the root: single things by id, and pages.
record QueryFetchers(GraphReaders readers) {
    static final int PAGE_MAX = 500;

    TypeRuntimeWiring.Builder wire(TypeRuntimeWiring.Builder query) {
        return query.dataFetcher("ci", this::ci).dataFetcher("cis", this::cis)
                .dataFetcher("ciTypes", environment -> List.copyOf(readers.types().load().all())).dataFetcher("callEdges", this::callEdges)
                .dataFetcher("deployments", this::deployments).dataFetcher("alerts", this::alerts)
                .dataFetcher("incident", this::incident)
                .dataFetcher("incidents", this::incidents)
                .dataFetcher("runs", environment -> readers.claims().latestRuns());
    }

    private Object ci(DataFetchingEnvironment environment) {
        Instant asOf = environment.getArgument("asOf");
        return asOf(readers.cis().find(List.of(text(environment, "id")), asOf).stream().findFirst().orElse(null), asOf);
    }

    private Object cis(DataFetchingEnvironment environment) {
        Instant asOf = environment.getArgument("asOf");
        String type = environment.getArgument("type");
        String text = environment.getArgument("text");
        CiTypes types = readers.types().load();
        CiFilter filter = new CiFilter(type == null ? Set.of() : descendants(types, type), text == null ? "" : text, Map.of());
        CiPage page = readers.cis().page(filter, types, environment.getArgument("after"), first(environment), asOf);
        return asOf(Connection.of(page.cis(), page.next(), Ci::id), asOf);
    }

    private static Set<String> descendants(CiTypes types, String type) {
        if (types.find(type).isEmpty()) {
            throw new IllegalArgumentException("type is '" + type + "', expected a CI type such as Service or Host");
        }
        return types.descendants(type);
    }

    private Object callEdges(DataFetchingEnvironment environment) {
        String after = environment.getArgument("after");
        int first = first(environment);
        List<CallEdge> edges = readers.calls().page(
                new CallEdgeFilter(environment.getArgument("callerId"), environment.getArgument("calleeId")),
                after == null ? "" : after, first + 1);
        List<CallEdge> shown = edges.subList(0, Math.min(first, edges.size()));
        String next = edges.size() <= first ? null : shown.getLast().id();
        return asOf(Connection.of(shown, next, CallEdge::id), environment.getArgument("asOf"));
    }

    private Object deployments(DataFetchingEnvironment environment) {
        Instant asOf = environment.getArgument("asOf");
        DeploymentPage page = readers.deployments().page(
                new DeploymentFilter(environment.getArgument("service"), environment.getArgument("from"),
                        startedBefore(environment.getArgument("to"), asOf)),
                environment.getArgument("after"), first(environment));
        List<PlacedDeployment> shown = asOf == null
                ? page.deployments()
                : page.deployments().stream().map(placed -> placed.asOf(asOf)).toList();
        return asOf(Connection.of(shown, page.next(), DeploymentPage::cursor), asOf);
    }

    private Object alerts(DataFetchingEnvironment environment) {
        Instant asOf = environment.getArgument("asOf");
        String after = environment.getArgument("after");
        if (asOf != null) {
            List<Alert> alerts = readers.alerts().firingAt(asOf, after == null ? "" : after, first(environment));
            return asOf(Connection.of(alerts, alerts.size() < first(environment) ? null : alerts.getLast().key(), Alert::key), asOf);
        }
        String state = environment.getArgument("state");
        AlertPage page = readers.alerts()
                .page(new AlertFilter(state == null ? null : AlertState.valueOf(state), environment.getArgument("ciId"),
                        environment.getArgument("from"), environment.getArgument("to"), environment.getArgument("text"), false), after,
                        first(environment));
        return Connection.of(page.alerts(), page.next(), AlertPage::cursor);
    }

    private Object incident(DataFetchingEnvironment environment) {
        Instant asOf = environment.getArgument("asOf");
        List<String> id = List.of(text(environment, "id"));
        List<Incident> found = asOf == null ? readers.incidents().byIds(id) : readers.incidents().byIds(id, asOf);
        return asOf(found.stream().findFirst().orElse(null), asOf);
    }

    private Object incidents(DataFetchingEnvironment environment) {
        Instant asOf = environment.getArgument("asOf");
        if (asOf != null) {
            IncidentPage open = readers.incidents().openAt(asOf, environment.getArgument("ciId"), environment.getArgument("after"),
                    first(environment));
            return asOf(Connection.of(open.incidents(), open.next(), IncidentPage::cursor), asOf);
        }
        String state = environment.getArgument("state");
        IncidentPage page = readers.incidents().page(new IncidentFilter(state == null ? null : IncidentState.valueOf(state),
                environment.getArgument("from"), environment.getArgument("to"), environment.getArgument("ciId")),
                environment.getArgument("after"),
                first(environment));
        return Connection.of(page.incidents(), page.next(), IncidentPage::cursor);
    }

    /// The end of a span of starts that asks for nothing after the instant.
    private static @Nullable Instant startedBefore(@Nullable Instant to, @Nullable Instant asOf) {
        Instant end = asOf == null ? null : asOf.plusMillis(1);
        return to == null || (end != null && end.isBefore(to)) ? end : to;
    }

    static int first(DataFetchingEnvironment environment) {
        Integer first = environment.getArgument("first");
        if (first == null || first < 1 || first > PAGE_MAX) {
            throw new IllegalArgumentException("first is " + first + ", expected 1 to " + PAGE_MAX);
        }
        return first;
    }

    private static String text(DataFetchingEnvironment environment, String argument) {
        return environment.getArgumentOrDefault(argument, "");
    }

    /// What is below asks as of the same instant.
    private static Object asOf(@Nullable Object data, @Nullable Instant asOf) {
        return DataFetcherResult.newResult().data(data).localContext(asOf).build();
    }
}
