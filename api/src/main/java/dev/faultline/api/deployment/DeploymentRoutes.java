package dev.faultline.api.deployment;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import io.javalin.http.Context;

import dev.faultline.api.http.Access;
import dev.faultline.api.http.QueryParameters;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.collectors.deployment.DeploymentReport;
import dev.faultline.graph.deployment.DeploymentFilter;
import dev.faultline.graph.deployment.DeploymentPage;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.deployment.DeploymentStore;

/// Deployments in, one report at a time, and out, by page, CI and id.
public final class DeploymentRoutes implements RouteGroup {

    /// Where reports are posted to.
    public static final String PATH = "/api/v1/deployments";

    private static final long BODY_BYTES_MAX = 4L * 1024 * 1024;
    private static final int PAGE_DEFAULT = 100;
    /// Filters that the deployments of a CI do not have.
    private static final Set<String> NOT_OF_CI = Set.of("service", "after");
    private static final Set<String> FILTERS = Set.of("service", "ciId", "from", "to", "after", "limit");

    private final DeploymentStore store;
    private final DeploymentQueries queries;
    private final Clock clock;

    public DeploymentRoutes(DeploymentStore store, DeploymentQueries queries, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post(PATH, this::receive).open(Access.INGEST), Route.get(PATH, this::list),
                Route.get(PATH + "/{id}", this::show));
    }

    private void receive(Context context) {
        context.json(store.save(DeploymentReport.read(RequestBody.bytes(context, BODY_BYTES_MAX), clock.instant())));
    }

    private void list(Context context) {
        QueryParameters parameters = QueryParameters.of(context, FILTERS);
        int limit = parameters.number("limit", PAGE_DEFAULT, 1, DeploymentQueries.PAGE_MAX);
        String ciId = parameters.text("ciId");
        var filter = new DeploymentFilter(parameters.text("service"), parameters.time("from"), parameters.time("to"));
        if (ciId != null) {
            parameters.refuseBeside("ciId", NOT_OF_CI);
            context.json(new DeploymentPage(
                    queries.byCiIds(List.of(ciId), filter.startedFrom(), filter.startedBefore(), limit).getOrDefault(ciId, List.of()),
                    null));
            return;
        }
        try {
            context.json(queries.page(filter, parameters.text("after"), limit));
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private void show(Context context) {
        String id = context.pathParam("id");
        context.json(queries.byIds(List.of(id)).stream().findFirst()
                .orElseThrow(() -> Rejection.notFound("there is no deployment '" + id + "', expected the id of one that was reported")));
    }
}
