package dev.faultline.api.handling;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentStore;

/// Merges incidents and splits them, as people know better what belongs together; grouping does not undo it.
public final class HandlingRoutes implements RouteGroup {
    private static final long BODY_BYTES_MAX = 1024L * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(HandlingRoutes.class);

    private final IncidentStore store;
    private final Function<Handling, CompletableFuture<Boolean>> doing;
    private final Function<Incident, Object> shown;
    private final Clock clock;

    /// @param doing has it done; completes when it is stored, with false where it cannot be done
    /// @param shown the answer that shows an incident
    public HandlingRoutes(IncidentStore store, Function<Handling, CompletableFuture<Boolean>> doing, Function<Incident, Object> shown,
            Clock clock) {
        this.store = store;
        this.doing = doing;
        this.shown = shown;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/v1/incidents/{id}/merge", this::merge), Route.post("/api/v1/incidents/{id}/split", this::split));
    }

    private void merge(Context context) {
        byte[] body = RequestBody.bytes(context, BODY_BYTES_MAX);
        Handling.Merge merge = HandlingRequest.merge(find(context.pathParam("id")), body);
        if (store.byId(merge.intoId()).isEmpty()) {
            throw Rejection.unprocessable("into is '" + merge.intoId() + "', expected the id of an incident");
        }
        handle(merge, "one of the two is open, and the other is too or was lately");
        LOG.info("incident {} was merged into {} by {}: {}", merge.incidentId(), merge.intoId(), merge.said().by(),
                merge.said().reason());
        context.json(shown.apply(find(merge.intoId())));
    }

    private void split(Context context) {
        byte[] body = RequestBody.bytes(context, BODY_BYTES_MAX);
        Handling.Split split = HandlingRequest.split(find(context.pathParam("id")), body, clock.instant());
        handle(split, "it is open, and has these alerts and others");
        LOG.info("incident {} was split from {} by {}: {}", split.newId(), split.incidentId(), split.said().by(), split.said().reason());
        context.json(shown.apply(find(split.newId())));
    }

    private void handle(Handling handling, String expected) {
        if (!Doing.await(doing.apply(handling), "changed")) {
            throw Rejection.conflict("incident '" + handling.incidentId() + "' cannot be changed so, expected that " + expected);
        }
    }

    private Incident find(String id) {
        return store.byId(id).orElseThrow(() -> Rejection.notFound("there is no incident '" + id + "'"));
    }
}
