package dev.faultline.api.review;

import java.util.List;

import io.javalin.http.Context;

import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.graph.incident.IncidentStore;

/// Shows what surrounds an incident.
public final class ReviewRoute implements RouteGroup {
    private final IncidentStore incidents;
    private final ReviewReader reader;

    public ReviewRoute(IncidentStore incidents, ReviewReader reader) {
        this.incidents = incidents;
        this.reader = reader;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/incidents/{id}/review", this::review));
    }

    private void review(Context context) {
        String id = context.pathParam("id");
        context.json(reader
                .review(incidents.byId(id).orElseThrow(() -> Rejection.notFound("there is no incident '" + id + "'"))));
    }
}
