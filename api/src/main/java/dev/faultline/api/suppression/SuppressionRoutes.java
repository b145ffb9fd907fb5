package dev.faultline.api.suppression;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.http.QueryParameters;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionKind;
import dev.faultline.graph.suppression.SuppressionPage;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.graph.suppression.SuppressionStore;

/// Takes silences and maintenance windows, shows them, and ends them before their time.
public final class SuppressionRoutes implements RouteGroup {
    static final String SILENCES = "/api/v1/silences";
    static final String MAINTENANCE = "/api/v1/maintenance";
    private static final long BODY_BYTES_MAX = 512L * 1024;
    private static final int LIMIT = 50;
    private static final Logger LOG = LoggerFactory.getLogger(SuppressionRoutes.class);

    private final SuppressionStore store;
    private final KnownIds known;
    private final Runnable changed;
    private final Clock clock;

    /// @param changed told after each change that is durable; must not block
    public SuppressionRoutes(SuppressionStore store, KnownIds known, Runnable changed, Clock clock) {
        this.store = store;
        this.known = known;
        this.changed = changed;
        this.clock = clock;
    }

    /// @param next cursor of the following page; null on the last one
    record Silences(List<SuppressionJson> silences, @Nullable String next) {}

    /// @param next cursor of the following page; null on the last one
    record MaintenanceWindows(List<SuppressionJson> maintenance, @Nullable String next) {}

    @Override
    public List<Route> routes() {
        return Stream.concat(routes(SILENCES, SuppressionKind.SILENCE), routes(MAINTENANCE, SuppressionKind.MAINTENANCE)).toList();
    }

    private Stream<Route> routes(String path, SuppressionKind kind) {
        return Stream.of(Route.post(path, context -> create(context, kind)), Route.get(path, context -> list(context, kind)),
                Route.get(path + "/{id}", context -> show(context, kind)), Route.post(path + "/{id}/end", context -> end(context, kind)));
    }

    private void create(Context context, SuppressionKind kind) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SuppressionRequest request = SuppressionRequest.parse(kind, RequestBody.bytes(context, BODY_BYTES_MAX), now);
        if (request.scope() instanceof SuppressionScope.OfCis cis) {
            requireKnown(cis);
        }
        Suppression suppression = request.toSuppression(kind.id(now, UUID.randomUUID()), now);
        if (!store.create(suppression)) {
            throw Rejection.conflict(SuppressionStore.OPEN_MAX + " silences and maintenance windows are pending or active, expected fewer"
                    + " before another one");
        }
        changed.run();
        LOG.info("{} from {} until {} by {}: {}", suppression.id(), suppression.from(), suppression.until(), suppression.by(),
                suppression.reason());
        context.json(SuppressionJson.of(suppression, now));
    }

    private void requireKnown(SuppressionScope.OfCis cis) {
        known.unknownCi(cis.ciIds()).ifPresent(id -> {
            throw Rejection.unprocessable("ciIds has '" + id + "', expected the ids of CIs that the graph knows");
        });
        String deploymentId = cis.deploymentId();
        if (deploymentId != null && !known.isDeployment(deploymentId)) {
            throw Rejection.unprocessable("deploymentId is '" + deploymentId + "', expected the id of a deployment that was reported");
        }
    }

    private void list(Context context, SuppressionKind kind) {
        QueryParameters parameters = QueryParameters.of(context, Set.of("state", "after", "limit"));
        Suppression.State state = parameters.choice("state", Suppression.State.class);
        int limit = parameters.number("limit", LIMIT, 1, SuppressionStore.PAGE_MAX);
        Instant now = clock.instant();
        SuppressionPage page = page(kind, state, now, parameters.text("after"), limit);
        List<SuppressionJson> shown = page.suppressions().stream().map(each -> SuppressionJson.of(each, now)).toList();
        context.json(switch (kind) {
            case SILENCE -> new Silences(shown, page.next());
            case MAINTENANCE -> new MaintenanceWindows(shown, page.next());
        });
    }

    private SuppressionPage page(SuppressionKind kind, Suppression.@Nullable State state, Instant now, @Nullable String after, int limit) {
        try {
            return store.page(kind, state, now, after, limit);
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private void show(Context context, SuppressionKind kind) {
        context.json(SuppressionJson.of(find(context, kind), clock.instant()));
    }

    private void end(Context context, SuppressionKind kind) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Suppression.End end = SuppressionRequest.end(RequestBody.bytes(context, BODY_BYTES_MAX), now);
        Suppression before = find(context, kind);
        Suppression after = store.end(before.id(), end).orElse(before);
        changed.run();
        LOG.info("{} is over since {}, as {} says", after.id(), after.over(), end.by());
        context.json(SuppressionJson.of(after, now));
    }

    private Suppression find(Context context, SuppressionKind kind) {
        String id = context.pathParam("id");
        return store.byIds(List.of(id)).stream().filter(found -> found.kind() == kind).findFirst().orElseThrow(
                () -> Rejection.notFound("there is no " + (kind == SuppressionKind.SILENCE ? "silence" : "maintenance window") + " '" + id
                        + "'"));
    }
}
