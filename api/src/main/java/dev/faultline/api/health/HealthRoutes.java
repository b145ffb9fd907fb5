package dev.faultline.api.health;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import dev.faultline.api.http.Access;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;

/// Whether Faultline lives and can work, and its metrics.
public record HealthRoutes(List<ReadyCheck> checks, PrometheusMeterRegistry meters) implements RouteGroup {
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int RETRY_SECONDS = 5;

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/health", HealthRoutes::live).open(Access.PUBLIC), Route.get("/ready", this::ready).open(Access.PUBLIC),
                Route.get("/metrics", this::metrics).open(Access.METRICS));
    }

    private static void live(Context context) {
        context.json(Map.of("status", "up"));
    }

    /// Whoever decides where traffic goes may ask without a token, and is told no more than whether it may come here.
    private void ready(Context context) {
        String problems = checks.stream().flatMap(check -> check.probe().problem().map(problem -> check.name() + ": " + problem).stream())
                .collect(Collectors.joining("; "));
        if (!problems.isEmpty()) {
            boolean mayKnow = Access.of(context).covers(Access.INGEST);
            throw Rejection.unavailable(mayKnow ? problems : "Faultline cannot work now; a token opens the reasons", RETRY_SECONDS);
        }
        context.json(Map.of("status", "ready"));
    }

    private void metrics(Context context) {
        context.contentType(METRICS_TYPE).result(meters.scrape());
    }
}
