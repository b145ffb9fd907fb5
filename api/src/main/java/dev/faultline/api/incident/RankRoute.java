package dev.faultline.api.incident;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

import io.javalin.http.Context;

import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.api.ranking.Ranked;
import dev.faultline.api.ranking.Ranker;
import dev.faultline.graph.ci.CiStore;

/// Ranks symptoms that somebody names, as of a time that they name, and stores nothing.
public final class RankRoute implements RouteGroup {
    private static final long BODY_BYTES_MAX = 1024L * 1024;
    /// Rankings on request at a time; the incidents' own go before them.
    private static final int CONCURRENT_MAX = 2;
    private static final long RETRY_SECONDS = 1;

    private final Ranker ranker;
    private final CiStore cis;
    private final Clock clock;
    private final Semaphore free = new Semaphore(CONCURRENT_MAX);

    RankRoute(Ranker ranker, CiStore cis, Clock clock) {
        this.ranker = ranker;
        this.cis = cis;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/v1/rank", this::rank));
    }

    private void rank(Context context) {
        RankRequest request = RankRequest.parse(RequestBody.bytes(context, BODY_BYTES_MAX), clock.instant());
        if (!free.tryAcquire()) {
            throw Rejection.tooMany("more than " + CONCURRENT_MAX + " rankings were asked for at a time", RETRY_SECONDS);
        }
        try {
            requireKnown(request);
            Ranked ranked = ranker.rank(request.symptoms(), List.of(), request.at());
            context.json(RankingJson.of(null, ranked.ranking(), ranked.basis(),
                    CiNames.of(cis, List.of(ranked.ranking()))));
        } finally {
            free.release();
        }
    }

    /// Refuses what names a CI that was unknown at the time of the ranking and is unknown now.
    private void requireKnown(RankRequest request) {
        Set<String> unknown = request.ciIds();
        cis.find(unknown, request.at()).forEach(ci -> unknown.remove(ci.id()));
        cis.find(unknown, null).forEach(ci -> unknown.remove(ci.id()));
        unknown.stream().findFirst().ifPresent(id -> {
            throw Rejection.unprocessable("there is no CI '" + id + "', expected symptoms of CIs by the ids that the graph has for them");
        });
    }
}
