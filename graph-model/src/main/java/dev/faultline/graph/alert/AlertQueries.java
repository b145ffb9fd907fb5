package dev.faultline.graph.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

import dev.faultline.graph.alert.notice.AlertEpisode;
import dev.faultline.graph.neo4j.GraphConnection;

/// Reads alerts: by page, by key, by CI, and as of an instant.
public final class AlertQueries {

    /// How many alerts a page has at most.
    public static final int PAGE_MAX = 1_000;

    private final GraphConnection graph;

    public AlertQueries(GraphConnection graph) {
        this.graph = graph;
    }

    /// A page of alerts, those that began last first.
    ///
    /// @param after cursor of the page before; null for the first
    /// @throws IllegalArgumentException where the cursor is none of ours
    public AlertPage page(AlertFilter filter, @Nullable String after, int limit) {
        int count = Math.clamp(limit, 1, PAGE_MAX);
        AlertCursor cursor = after == null ? AlertCursor.FIRST : AlertCursor.parse(after);
        var parameters = new HashMap<String, Object>(Map.of("unbound", filter.unbound(), "limit", count + 1, "beforeMillis",
                cursor.startsAtMillis(), "afterKey", cursor.key()));
        parameters.put("startsFromMillis", filter.startsFrom() == null ? Long.MIN_VALUE : filter.startsFrom().toEpochMilli());
        parameters.put("startsBeforeMillis", filter.startsBefore() == null ? Long.MAX_VALUE : filter.startsBefore().toEpochMilli());
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("text", filter.text() == null ? null : filter.text().toLowerCase(Locale.ROOT));
        parameters.put("ciId", filter.ciId());
        String query = filter.ciId() == null ? "alert/list-alerts" : "alert/list-alerts-of-ci";
        List<Alert> alerts = list(query, parameters);
        boolean more = alerts.size() > count;
        List<Alert> shown = more ? alerts.subList(0, count) : alerts;
        return new AlertPage(shown, more ? AlertPage.cursor(shown.getLast()) : null);
    }

    /// The alerts of these keys; those that do not exist are left out.
    public List<Alert> byKeys(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("alert/find-alerts", Map.of("keys", List.copyOf(keys)));
    }

    /// The latest alerts on each CI, or on calls from or to it.
    public Map<String, List<Alert>> byCiIds(Collection<String> ciIds, int limit) {
        return onCis(ciIds, limit, stored -> stored.map(StoredAlert::toAlert));
    }

    /// The alerts that fired at an instant, as they were then, in order of their keys.
    ///
    /// @param afterKey key of the last alert of the page before; empty for the first
    public List<Alert> firingAt(Instant instant, String afterKey, int limit) {
        return graph.read(work -> work.list("alert/list-alerts-as-of",
                Map.of("atMillis", instant.toEpochMilli(), "afterKey", afterKey, "limit", Math.clamp(limit, 1, PAGE_MAX)),
                row -> stored(row).firingAt(instant))).stream().filter(Objects::nonNull).toList();
    }

    /// Alerts that fire although no notice of them came since an instant.
    ///
    /// @param beforeOf other instants for some sources
    public List<Alert> firingNotSeenSince(Instant before, Map<String, Instant> beforeOf, int limit) {
        var beforeMillisOf = new HashMap<String, Long>();
        beforeOf.forEach((source, instant) -> beforeMillisOf.put(source, instant.toEpochMilli()));
        return list("alert/list-firing-alerts-not-seen-since", Map.of("foreverMillis", Long.MAX_VALUE, "beforeMillis",
                before.toEpochMilli(), "beforeMillisOf", beforeMillisOf, "limit", Math.clamp(limit, 1, PAGE_MAX)));
    }

    /// The alerts of these keys as they were at an instant; those that did not fire then are as they are now.
    public List<Alert> byKeys(Collection<String> keys, Instant instant) {
        return keys.isEmpty() ? List.of() : graph.read(work -> work.list("alert/find-alerts", Map.of("keys", List.copyOf(keys)), row -> {
            StoredAlert stored = stored(row);
            return Objects.requireNonNullElseGet(stored.firingAt(instant), stored::toAlert);
        }));
    }

    /// The alerts on each CI, or on calls from or to it, that fired at an instant, among the latest [#PAGE_MAX] of them.
    public Map<String, List<Alert>> byCiIdsFiringAt(Collection<String> ciIds, Instant instant, int limit) {
        return onCis(ciIds, PAGE_MAX, stored -> stored.map(alert -> alert.firingAt(instant)).filter(Objects::nonNull).limit(limit));
    }

    private Map<String, List<Alert>> onCis(Collection<String> ciIds, int limit, Function<Stream<StoredAlert>, Stream<Alert>> read) {
        var alerts = new HashMap<String, List<Alert>>();
        graph.read(work -> work.list("alert/list-alerts-on-cis",
                Map.of("ciIds", List.copyOf(ciIds), "limit", Math.clamp(limit, 1, PAGE_MAX)), row -> alerts.put(row.get("ciId").asString(),
                        read.apply(row.get("alerts").asList(value -> AlertProperties.read(value.asMap())).stream()).toList())));
        return alerts;
    }

    /// The episodes of an alert in the order of their starts; none where it does not exist.
    public List<AlertEpisode> episodes(String key) {
        return graph.read(work -> work.one("alert/find-alerts", Map.of("keys", List.of(key)), row -> stored(row).notices().episodes()))
                .orElse(List.of());
    }

    private List<Alert> list(String query, Map<String, Object> parameters) {
        return graph.read(work -> work.list(query, parameters, row -> stored(row).toAlert()));
    }

    private static StoredAlert stored(Record row) {
        return AlertProperties.read(row.get("alert").asMap());
    }
}
