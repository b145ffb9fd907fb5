package dev.faultline.api.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.javalin.http.Context;

import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentPage;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.RankingVersion;

/// Shows incidents with their rankings.
public final class IncidentRoutes implements RouteGroup {
    private final IncidentStore store;
    private final CiStore cis;

    public IncidentRoutes(IncidentStore store, CiStore cis) {
        this.store = store;
        this.cis = cis;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/v1/incidents", this::list), Route.get("/api/v1/incidents/{id}", this::show),
                Route.get("/api/v1/incidents/{id}/rankings", this::rankings));
    }

    private void list(Context context) {
        IncidentQuery query = IncidentQuery.of(context);
        IncidentPage page = page(query);
        Map<String, RankingVersion> rankings = store.latestRankings(page.incidents().stream().map(Incident::id).toList());
        CiNames names = names(rankings.values());
        context.json(new IncidentJson.Page(page.incidents().stream()
                .map(incident -> IncidentJson.of(incident, rankings.get(incident.id()), names)).toList(), page.next()));
    }

    private IncidentPage page(IncidentQuery query) {
        try {
            return store.page(query.filter(), query.after(), query.limit());
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private void show(Context context) {
        context.json(shown(find(context)));
    }

    /// An incident with its latest ranking, as it is shown.
    Object shown(Incident incident) {
        Map<String, RankingVersion> ranking = store.latestRankings(List.of(incident.id()));
        return IncidentJson.of(incident, ranking.get(incident.id()), names(ranking.values()));
    }

    private void rankings(Context context) {
        Incident incident = find(context);
        IncidentQuery.RankingsQuery query = IncidentQuery.RankingsQuery.of(context);
        List<RankingVersion> rankings = store.rankings(incident.id(), (long) query.after(), query.limit());
        Long next = rankings.size() < query.limit() || rankings.getLast().version() == 1 ? null : rankings.getLast().version();
        CiNames names = names(rankings);
        context.json(new RankingJson.Page(rankings.stream().map(ranking -> RankingJson.of(ranking, names)).toList(), next));
    }

    private CiNames names(Collection<RankingVersion> rankings) {
        return CiNames.of(cis, rankings.stream().map(RankingVersion::ranking).toList());
    }

    private Incident find(Context context) {
        String id = context.pathParam("id");
        return store.byId(id).orElseThrow(() -> Rejection.notFound("there is no incident '" + id + "'"));
    }
}
