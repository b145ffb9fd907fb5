package dev.faultline.api.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.alert.AlertClosing;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentChange;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.IncidentStore;

/// Resolves an incident and those of its alerts that fire, because a person says that it is over.
final class ResolveRoute implements RouteGroup {
    private static final long BODY_BYTES_MAX = 16L * 1024;
    private static final int WORDS_CHARACTERS_MAX = 500;
    private static final Duration STORED_MAX = Duration.ofSeconds(10);
    private static final int RETRY_SECONDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(ResolveRoute.class);

    private final IncidentStore store;
    private final AlertStore alerts;
    private final IncidentLoop.LiveAlerts stored;
    private final IncidentLoop loop;
    private final Clock clock;

    ResolveRoute(IncidentStore store, AlertStore alerts, IncidentLoop.LiveAlerts stored, IncidentLoop loop, Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.stored = stored;
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/v1/incidents/{id}/resolve", this::resolve));
    }

    private void resolve(Context context) {
        String said = said(RequestBody.bytes(context, BODY_BYTES_MAX));
        Incident incident = find(context.pathParam("id"));
        if (incident.state() == IncidentState.OPEN) {
            Instant now = clock.instant();
            alerts.accept(AlertClosing.notices(stored.byKeys(incident.alertKeys()), now, "resolved with incident " + incident.id() + said));
            if (!await(loop.close(incident.id()))) {
                store.save(new IncidentChange(resolved(incident, now), List.of(), List.of(), null));
            }
            LOG.info("incident '{}' was resolved{}", incident.title(), said);
        }
        Incident after = find(incident.id());
        context.json(IncidentJson.of(after, store.latestRankings(List.of(after.id())).get(after.id())));
    }

    private Incident find(String id) {
        return store.byId(id).orElseThrow(() -> Rejection.notFound("there is no incident '" + id + "'"));
    }

    private static Incident resolved(Incident incident, Instant now) {
        return new Incident(incident.id(), incident.title(), IncidentState.RESOLVED, incident.startedAt(), now, now, incident.alertKeys(),
                incident.mergedInto());
    }

    private static String said(byte[] body) {
        if (body.length == 0) {
            return "";
        }
        try {
            JsonField document = JsonField.document(body).onlyFields(Set.of("by", "reason"));
            return part(" by ", document.field("by")) + part(": ", document.field("reason"));
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static String part(String before, JsonField field) {
        String text = field.optionalText(WORDS_CHARACTERS_MAX);
        return text == null || text.isBlank() ? "" : before + text.strip();
    }

    private static boolean await(Future<Boolean> done) {
        try {
            return done.get(STORED_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw Rejection.unavailable("the incident was not resolved within " + STORED_MAX.toSeconds() + " s", RETRY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejection.unavailable("Faultline is stopping", RETRY_SECONDS);
        }
    }
}
