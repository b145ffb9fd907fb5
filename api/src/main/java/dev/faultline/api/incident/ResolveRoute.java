package dev.faultline.api.incident;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.alert.AlertClosing;
import dev.faultline.api.handling.Doing;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.api.outgoing.OutgoingEvents;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentChange;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.review.Act;
import dev.faultline.graph.review.ReviewStore;

/// Resolves an incident and those of its alerts that fire, because a person says that it is over.
final class ResolveRoute implements RouteGroup {
    private static final long BODY_BYTES_MAX = 16L * 1024;
    private static final int WORDS_CHARACTERS_MAX = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ResolveRoute.class);

    private final IncidentStore store;
    private final CiStore cis;
    private final ReviewStore reviews;
    private final AlertStore alerts;
    private final IncidentLoop.LiveAlerts stored;
    private final IncidentLoop loop;
    private final OutgoingEvents outgoing;
    private final Clock clock;

    ResolveRoute(IncidentStore store, CiStore cis, ReviewStore reviews, AlertStore alerts, IncidentLoop.LiveAlerts stored,
            IncidentLoop loop, OutgoingEvents outgoing, Clock clock) {
        this.store = store;
        this.cis = cis;
        this.reviews = reviews;
        this.alerts = alerts;
        this.stored = stored;
        this.loop = loop;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/v1/incidents/{id}/resolve", this::resolve));
    }

    private void resolve(Context context) {
        Said said = said(RequestBody.bytes(context, BODY_BYTES_MAX));
        Incident incident = find(context.pathParam("id"));
        if (incident.state() == IncidentState.OPEN) {
            Instant now = clock.instant();
            alerts.accept(AlertClosing.notices(stored.byKeys(incident.alertKeys()), now,
                    "resolved with incident " + incident.id() + said.text()));
            if (!Doing.await(loop.close(incident.id()), "resolved")) {
                resolveStored(incident, now);
            }
            reviews.save(incident.id(), new Act(Act.Kind.RESOLVED, said.by(), said.reason(), now));
            LOG.info("incident '{}' was resolved{}", incident.title(), said.text());
        }
        Incident after = find(incident.id());
        RankingVersion ranking = store.latestRankings(List.of(after.id())).get(after.id());
        context.json(IncidentJson.of(after, ranking,
                CiNames.of(cis, ranking == null ? List.of() : List.of(ranking.ranking()))));
    }

    /// Resolves an incident that the loop does not have in memory.
    private void resolveStored(Incident incident, Instant now) {
        Incident resolved = resolved(incident, now);
        RankingVersion ranking = store.latestRankings(List.of(incident.id())).get(incident.id());
        CiNames names = CiNames.of(cis, ranking == null ? List.of() : List.of(ranking.ranking()));
        store.save(new IncidentChange(resolved, List.of(), List.of(), null, null,
                outgoing.of(new OutgoingEvents.Stored(resolved, true, List.of(), ranking, null), names::of)));
    }

    private Incident find(String id) {
        return store.byId(id).orElseThrow(() -> Rejection.notFound("there is no incident '" + id + "'"));
    }

    private static Incident resolved(Incident incident, Instant now) {
        return new Incident(incident.id(), incident.title(), IncidentState.RESOLVED, incident.startedAt(), now, now, incident.alertKeys(),
                incident.mergedInto());
    }

    /// Who resolves it and why; empty where that is not told.
    private record Said(String by, String reason) {
        String text() {
            return (by.isEmpty() ? "" : " by " + by) + (reason.isEmpty() ? "" : ": " + reason);
        }
    }

    private static Said said(byte[] body) {
        if (body.length == 0) {
            return new Said("", "");
        }
        try {
            JsonField document = JsonField.document(body).onlyFields(Set.of("by", "reason"));
            return new Said(part(document.field("by")), part(document.field("reason")));
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static String part(JsonField field) {
        String text = field.optionalText(WORDS_CHARACTERS_MAX);
        return text == null ? "" : text.strip();
    }
}
