package dev.faultline.api.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.http.Access;
import dev.faultline.api.http.QueryParameters;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.collectors.alertmanager.AlertmanagerWebhook;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertFilter;
import dev.faultline.graph.alert.AlertPage;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.AlertsFullException;
import dev.faultline.graph.alert.notice.AlertEpisode;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;

/// Alerts in, by the webhook of Alertmanager, and out, by page, key and instant.
public final class AlertRoutes implements RouteGroup {

    /// Where Alertmanager posts to.
    public static final String WEBHOOK = "/api/v1/alerts/alertmanager";

    private static final long BODY_BYTES_MAX = 16L * 1024 * 1024;
    private static final int PAGE_DEFAULT = 100;
    private static final int REFUSALS_SHOWN_MAX = 100;
    private static final Logger LOG = LoggerFactory.getLogger(AlertRoutes.class);

    /// After how many seconds a sender may come again when too much waits.
    private static final int RETRY_SECONDS = 2;

    /// Filters that are not known as of an instant.
    private static final Set<String> NOT_AS_OF = Set.of("state", "ciId", "from", "to", "text", "unbound");
    private static final Set<String> FILTERS = Set.of("state", "ciId", "from", "to", "text", "unbound", "asOf", "after", "limit");

    private final AlertStore store;
    private final AlertQueries queries;
    private final Clock clock;
    private final Counter notices;
    private final Counter refused;

    public AlertRoutes(AlertStore store, AlertQueries queries, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.queries = queries;
        this.clock = clock;
        notices = Counter.builder("faultline.alert.notices").description("Notices of alerts that were made durable").register(meters);
        refused = Counter.builder("faultline.alert.refused").description("Alerts that could not be read and were left out")
                .register(meters);
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post(WEBHOOK, this::receive).open(Access.INGEST), Route.get("/api/v1/alerts", this::list),
                Route.get("/api/v1/alerts/{key}", this::show));
    }

    /// What became of the alerts of a message.
    ///
    /// @param refusals a sentence for each refused one, the first so many
    private record Accepted(int accepted, int refused, List<String> refusals) {}

    private record AlertWithEpisodes(Alert alert, List<Episode> episodes) {}

    private record Episode(Instant startsAt, @Nullable Instant resolvedAt) {
        static Episode of(AlertEpisode episode) {
            return new Episode(episode.startsAt(), episode.resolvedAt());
        }
    }

    private void receive(Context context) {
        AlertmanagerWebhook.Message message = AlertmanagerWebhook.read(RequestBody.bytes(context, BODY_BYTES_MAX), clock.instant());
        List<AlertNotice> read = message.notices();
        List<String> refusals = message.refusals();
        if (!refusals.isEmpty()) {
            refused.increment(refusals.size());
            LOG.warn("{} of {} alerts of a message of Alertmanager were refused: {}", refusals.size(), refusals.size() + read.size(),
                    refusals.getFirst());
        }
        if (read.isEmpty() && !refusals.isEmpty()) {
            throw Rejection.badRequest(refusals.getFirst());
        }
        try {
            store.accept(read);
        } catch (AlertsFullException e) {
            // 503 rather than 429: Alertmanager sends again after the one and gives up after the other.
            throw Rejection.unavailable(String.valueOf(e.getMessage()), RETRY_SECONDS);
        }
        notices.increment(read.size());
        context.json(new Accepted(read.size(), refusals.size(), refusals.stream().limit(REFUSALS_SHOWN_MAX).toList()));
    }

    private void list(Context context) {
        QueryParameters parameters = QueryParameters.of(context, FILTERS);
        int limit = parameters.number("limit", PAGE_DEFAULT, 1, AlertQueries.PAGE_MAX);
        Instant asOf = parameters.time("asOf");
        String after = parameters.text("after");
        if (asOf != null) {
            parameters.refuseBeside("asOf", NOT_AS_OF);
            context.json(firingAt(asOf, after == null ? "" : after, limit));
            return;
        }
        var filter = new AlertFilter(parameters.choice("state", AlertState.class), parameters.text("ciId"), parameters.time("from"),
                parameters.time("to"), parameters.text("text"), parameters.flag("unbound"));
        try {
            context.json(queries.page(filter, after, limit));
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private AlertPage firingAt(Instant at, String afterKey, int limit) {
        List<Alert> alerts = queries.firingAt(at, afterKey, limit);
        return new AlertPage(alerts, alerts.size() < limit ? null : alerts.getLast().key());
    }

    private void show(Context context) {
        String key = context.pathParam("key");
        Alert alert = queries.byKeys(List.of(key)).stream().findFirst()
                .orElseThrow(
                        () -> Rejection.notFound("there is no alert '" + key + "', expected SOURCE:FINGERPRINT of one that was received"));
        context.json(new AlertWithEpisodes(alert, queries.episodes(key).stream().map(Episode::of).toList()));
    }
}
