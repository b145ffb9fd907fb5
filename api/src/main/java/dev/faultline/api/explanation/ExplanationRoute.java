package dev.faultline.api.explanation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import io.javalin.http.Context;

import dev.faultline.api.http.QueryParameters;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.api.incident.CiNames;
import dev.faultline.api.incident.RankingJson;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.neo4j.GraphConnection;

/// Computes a stored ranking again and says whether it is the same.
public final class ExplanationRoute implements RouteGroup {
    private static final int LATEST = Integer.MAX_VALUE;
    /// Explanations at a time, as each may be as large as a ranking.
    private static final int CONCURRENT_MAX = 2;
    private static final long RETRY_SECONDS = 1;

    private final IncidentStore incidents;
    private final CiStore cis;
    private final Explainer explainer;
    private final Semaphore free = new Semaphore(CONCURRENT_MAX);

    public ExplanationRoute(GraphConnection graph) {
        this.incidents = new IncidentStore(graph);
        this.cis = new CiStore(graph);
        this.explainer = new Explainer(graph);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/incidents/{id}/explanation", this::explain));
    }

    private void explain(Context context) {
        int version = QueryParameters.of(context, Set.of("version")).number("version", LATEST, 1, Integer.MAX_VALUE);
        String id = context.pathParam("id");
        Incident incident = incidents.byId(id).orElseThrow(() -> Rejection.notFound("there is no incident '" + id + "'"));
        RankingVersion stored = stored(id, version);
        if (!free.tryAcquire()) {
            throw Rejection.tooMany("more than " + CONCURRENT_MAX + " explanations were asked for at a time", RETRY_SECONDS);
        }
        try {
            context.json(ExplanationJson.of(incident, explainer.explain(stored),
                    RankingJson.of(stored, CiNames.of(cis, List.of(stored.ranking())))));
        } finally {
            free.release();
        }
    }

    private RankingVersion stored(String id, int version) {
        List<RankingVersion> found = version == LATEST
                ? List.copyOf(incidents.latestRankings(List.of(id)).values())
                : incidents.rankings(id, version + 1L, 1).stream().filter(ranking -> ranking.version() == version).toList();
        return found.stream().findFirst().orElseThrow(() -> Rejection.notFound(version == LATEST
                ? "incident '" + id + "' was not ranked yet"
                : "incident '" + id + "' has no ranking of version " + version + " that is kept; the oldest of more than "
                        + IncidentStore.RANKINGS_KEPT_MAX + " are dropped"));
    }
}
