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
import dev.faultline.graph.ci.CiFilter;
import dev.faultline.graph.ci.CiPage;
import dev.faultline.graph.deployment.DeploymentFilter;
import dev.faultline.graph.deployment.DeploymentPage;
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
                .dataFetcher("incident", environment -> readers.incidents().byId(text(environment, "id")).orElse(null))
                .dataFetcher("incidents", this::incidents);
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
        return asOf(Connection.of(page.cis(), page.next()), asOf);
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
        return edges.size() <= first ? Connection.of(edges, null) : Connection.of(edges.subList(0, first), edges.get(first - 1).id());
    }

    private Object deployments(DataFetchingEnvironment environment) {
        DeploymentPage page = readers.deployments().page(
                new DeploymentFilter(environment.getArgument("service"), environment.getArgument("from"), environment.getArgument("to")),
                environment.getArgument("after"), first(environment));
        return Connection.of(page.deployments(), page.next());
    }

    private Object alerts(DataFetchingEnvironment environment) {
        Instant asOf = environment.getArgument("asOf");
        String after = environment.getArgument("after");
        if (asOf != null) {
            List<Alert> alerts = readers.alerts().firingAt(asOf, after == null ? "" : after, first(environment));
            return asOf(Connection.of(alerts, alerts.size() < first(environment) ? null : alerts.getLast().key()), asOf);
        }
        String state = environment.getArgument("state");
        AlertPage page = readers.alerts()
                .page(new AlertFilter(state == null ? null : AlertState.valueOf(state), environment.getArgument("ciId"),
                        environment.getArgument("from"), environment.getArgument("to"), environment.getArgument("text"), false), after,
                        first(environment));
        return Connection.of(page.alerts(), page.next());
    }

    private Object incidents(DataFetchingEnvironment environment) {
        String state = environment.getArgument("state");
        IncidentPage page = readers.incidents().page(new IncidentFilter(state == null ? null : IncidentState.valueOf(state),
                environment.getArgument("from"), environment.getArgument("to"), environment.getArgument("ciId")),
                environment.getArgument("after"),
                first(environment));
        return Connection.of(page.incidents(), page.next());
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
