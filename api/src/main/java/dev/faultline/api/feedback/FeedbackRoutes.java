package dev.faultline.api.feedback;

import java.time.Clock;
import java.util.List;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.feedback.Feedback;
import dev.faultline.graph.feedback.FeedbackStore;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.neo4j.GraphConnection;

/// Takes what people say of rankings, keeps and counts it, and shows it. No ranking is changed by it.
public final class FeedbackRoutes implements RouteGroup {
    private static final String PATH = "/api/v1/incidents/{id}/feedback";
    private static final long BODY_BYTES_MAX = 32L * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(FeedbackRoutes.class);

    private final IncidentStore incidents;
    private final CiStore cis;
    private final FeedbackStore store;
    private final FeedbackMeters meters;
    private final Clock clock;

    public FeedbackRoutes(GraphConnection graph, Clock clock, MeterRegistry meters) {
        this.incidents = new IncidentStore(graph);
        this.cis = new CiStore(graph);
        this.store = new FeedbackStore(graph);
        this.meters = new FeedbackMeters(meters);
        this.clock = clock;
    }

    /// All that was said of an incident.
    record Page(List<Feedback> feedback) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.get(PATH, this::list), Route.post(PATH, this::take));
    }

    private void list(Context context) {
        context.json(new Page(store.ofIncident(incidentId(context))));
    }

    private void take(Context context) {
        FeedbackRequest request = FeedbackRequest.parse(RequestBody.bytes(context, BODY_BYTES_MAX));
        String incidentId = incidentId(context);
        if (request.actualCiId() != null && cis.names(List.of(request.actualCiId())).isEmpty()) {
            throw Rejection.unprocessable("actualCiId is '" + request.actualCiId() + "', expected the id of a CI that the graph knows");
        }
        Feedback feedback = FeedbackReading.of(request, ranking(incidentId, request), clock.instant());
        if (store.save(feedback)) {
            meters.count(feedback);
            LOG.info("incident {}: {} says that version {} of its ranking is {}", incidentId, feedback.by(), feedback.rankingVersion(),
                    feedback.verdict());
        }
        context.json(new Page(store.ofIncident(incidentId)));
    }

    private String incidentId(Context context) {
        String id = context.pathParam("id");
        if (incidents.byId(id).isEmpty()) {
            throw Rejection.notFound("there is no incident '" + id + "'");
        }
        return id;
    }

    private RankingVersion ranking(String incidentId, FeedbackRequest request) {
        Integer version = request.rankingVersion();
        List<RankingVersion> found = version == null
                ? incidents.rankings(incidentId, null, 1)
                : incidents.rankings(incidentId, version + 1L, 1).stream().filter(each -> each.version() == version).toList();
        return found.stream().findFirst().orElseThrow(() -> Rejection.unprocessable(version == null
                ? "incident '" + incidentId + "' was not ranked yet, expected feedback on a ranking"
                : "rankingVersion is " + version + ", expected a version of the incident's ranking that is kept"));
    }
}
