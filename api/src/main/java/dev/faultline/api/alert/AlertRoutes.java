package dev.faultline.api.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.Access;
import dev.faultline.api.http.QueryParameters;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.RequestBody;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.collectors.mapping.AlertMapping;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertFilter;
import dev.faultline.graph.alert.AlertPage;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.notice.AlertEpisode;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.suppression.SuppressedBy;
import dev.faultline.graph.suppression.SuppressionStore;

/// Alerts in, by the webhook of Alertmanager, and out, by page, key and instant.
public final class AlertRoutes implements RouteGroup {

    /// Where Alertmanager posts to.
    public static final String WEBHOOK = "/api/v1/alerts/alertmanager";

    private static final long BODY_BYTES_MAX = 16L * 1024 * 1024;
    private static final int PAGE_DEFAULT = 100;

    /// Filters that are not known as of an instant.
    private static final Set<String> NOT_AS_OF = Set.of("state", "ciId", "from", "to", "text", "unbound");
    private static final Set<String> FILTERS = Set.of("state", "ciId", "from", "to", "text", "unbound", "asOf", "after", "limit");

    private final AlertIntake intake;
    private final AlertMapping mapping;
    private final AlertQueries queries;
    private final SuppressionStore suppressions;

    /// @param mapping how the messages of Alertmanager are read
    public AlertRoutes(AlertIntake intake, AlertMapping mapping, AlertQueries queries, SuppressionStore suppressions) {
        this.intake = intake;
        this.mapping = mapping;
        this.queries = queries;
        this.suppressions = suppressions;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.post(WEBHOOK, this::receive).open(Access.INGEST), Route.get("/api/v1/alerts", this::list),
                Route.get("/api/v1/alerts/{key}", this::show));
    }

    private record AlertWithEpisodes(ShownAlert alert, List<Episode> episodes) {}

    /// @param next cursor of the following page; null on the last one
    private record ShownPage(List<ShownAlert> alerts, @Nullable String next) {}

    /// @param suppressedBy why it does not count; none where it does
    private record ShownAlert(@JsonUnwrapped Alert alert, List<SuppressedBy> suppressedBy) {}

    private record Episode(Instant startsAt, @Nullable Instant resolvedAt) {
        static Episode of(AlertEpisode episode) {
            return new Episode(episode.startsAt(), episode.resolvedAt());
        }
    }

    private void receive(Context context) {
        byte[] body = RequestBody.bytes(context, BODY_BYTES_MAX);
        context.json(intake.accept(mapping, () -> JsonField.document(body)));
    }

    private void list(Context context) {
        QueryParameters parameters = QueryParameters.of(context, FILTERS);
        int limit = parameters.number("limit", PAGE_DEFAULT, 1, AlertQueries.PAGE_MAX);
        Instant asOf = parameters.time("asOf");
        String after = parameters.text("after");
        if (asOf != null) {
            parameters.refuseBeside("asOf", NOT_AS_OF);
            context.json(shown(firingAt(asOf, after == null ? "" : after, limit), asOf));
            return;
        }
        var filter = new AlertFilter(parameters.choice("state", AlertState.class), parameters.text("ciId"), parameters.time("from"),
                parameters.time("to"), parameters.text("text"), parameters.flag("unbound"));
        try {
            context.json(shown(queries.page(filter, after, limit), intake.now()));
        } catch (IllegalArgumentException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private ShownPage shown(AlertPage page, Instant at) {
        return new ShownPage(shown(page.alerts(), at), page.next());
    }

    private List<ShownAlert> shown(List<Alert> alerts, Instant at) {
        Map<String, List<SuppressedBy>> suppressedBy = suppressions.ofAlerts(alerts.stream().map(Alert::key).toList(), at);
        return alerts.stream().map(alert -> new ShownAlert(alert, suppressedBy.getOrDefault(alert.key(), List.of()))).toList();
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
        context.json(new AlertWithEpisodes(shown(List.of(alert), intake.now()).getFirst(),
                queries.episodes(key).stream().map(Episode::of).toList()));
    }
}
