package dev.faultline.graph.suppression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.neo4j.GraphConnection;

/// Suppressions in the graph, and which alerts did not count by them and when. Nothing is erased: an end closes.
public final class SuppressionStore {
    /// So many may be pending or active at one time.
    public static final int OPEN_MAX = 1_000;
    /// The largest page.
    public static final int PAGE_MAX = 500;
    public static final int MAINTENANCE_MAX = 100;
    /// After every id.
    private static final String AFTER_ALL = "~";

    private final GraphConnection graph;

    public SuppressionStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// Which suppressions hold an alert back from now on, and which no longer do.
    public record AlertLinks(String alertKey, Set<String> begun, Set<String> ended) {
        public AlertLinks {
            begun = Set.copyOf(begun);
            ended = Set.copyOf(ended);
        }
    }

    /// Keeps what a person said, durable when it returns; said again under its id it stays as it was.
    ///
    /// @return false, and nothing is kept, where [#OPEN_MAX] are open already
    public boolean create(Suppression suppression) {
        return graph.write(work -> {
            int open = work.one("suppression/count-open-suppressions", Map.of("atMillis", suppression.createdAt().toEpochMilli()),
                    row -> row.get("open").asInt()).orElse(0);
            if (open < OPEN_MAX) {
                work.run("suppression/save-suppression", SuppressionRows.toParameters(suppression));
            }
            return open < OPEN_MAX;
        });
    }

    /// Ends one before its time; one that is over stays as it is.
    ///
    /// @return what is stored then; nothing where there is none of that id
    public Optional<Suppression> end(String id, Suppression.End end) {
        return graph.write(work -> {
            work.run("suppression/end-suppression",
                    Map.of("id", id, "atMillis", end.at().toEpochMilli(), "by", end.by(), "reason", end.reason()));
            return work.one("suppression/get-suppressions", Map.of("ids", List.of(id)),
                    row -> SuppressionRows.suppression(row.get("suppression")));
        });
    }

    /// The suppressions of these ids; those that do not exist are left out.
    public List<Suppression> byIds(Collection<String> ids) {
        return list("suppression/get-suppressions", Map.of("ids", List.copyOf(ids)));
    }

    /// The maintenance windows of any of these CIs that were active at some time of [from, to), earliest first, the first
    /// [#MAINTENANCE_MAX].
    public List<Suppression> maintenanceOf(Collection<String> ciIds, Instant from, Instant to) {
        return list("suppression/list-maintenance-of-cis", Map.of("ciIds", List.copyOf(ciIds), "fromMillis", from.toEpochMilli(),
                "toMillis", to.toEpochMilli(), "limit", MAINTENANCE_MAX));
    }

    /// All that are pending or active at an instant, earliest said first.
    public List<Suppression> open(Instant at) {
        return list("suppression/list-open-suppressions", Map.of("atMillis", at.toEpochMilli(), "limit", 2 * OPEN_MAX));
    }

    /// A page of one kind, those that were said last first.
    ///
    /// @param state only those that are in it at the instant; null for any
    /// @param cursor what the page before gave; null for the first one
    /// @throws IllegalArgumentException where the cursor is none that a page gave
    public SuppressionPage page(SuppressionKind kind, Suppression.@Nullable State state, Instant at, @Nullable String cursor, int limit) {
        if (cursor != null && !kind.isId(cursor)) {
            throw new IllegalArgumentException("cursor is '" + cursor + "', expected one that a page gave");
        }
        int size = Math.clamp(limit, 1, PAGE_MAX);
        Map<String, Object> parameters = new HashMap<>(Map.of("kind", kind.name(), "atMillis", at.toEpochMilli(), "beforeId",
                cursor == null ? AFTER_ALL : cursor, "limit", size + 1));
        parameters.put("state", state == null ? null : state.name());
        List<Suppression> found = list("suppression/list-suppressions", parameters);
        List<Suppression> shown = found.subList(0, Math.min(size, found.size()));
        return new SuppressionPage(shown, found.size() > size ? shown.getLast().id() : null);
    }

    /// Keeps which suppressions hold alerts back from an instant on; what is kept already stays as it is.
    public void link(Collection<AlertLinks> links, Instant at) {
        List<Map<String, Object>> rows = links.stream().sorted((one, other) -> one.alertKey().compareTo(other.alertKey()))
                .map(each -> Map.<String, Object>of("key", each.alertKey(), "begun", List.copyOf(each.begun()), "ended",
                        List.copyOf(each.ended())))
                .toList();
        graph.write(work -> {
            work.run("suppression/link-alerts", Map.of("rows", rows, "atMillis", at.toEpochMilli()));
            return true;
        });
    }

    /// The ids of the open suppressions that alerts are linked to, by alert key.
    public Map<String, Set<String>> links(Instant at) {
        Map<String, Set<String>> links = new HashMap<>();
        graph.read(work -> work.list("suppression/list-open-links", Map.of("atMillis", at.toEpochMilli()),
                row -> links.computeIfAbsent(row.get("key").asString(), absent -> new HashSet<>()).add(row.get("id").asString())));
        return links;
    }

    /// By what alerts did not count at an instant, by alert key; alerts that did are not in it.
    public Map<String, List<SuppressedBy>> ofAlerts(Collection<String> alertKeys, Instant at) {
        Map<String, List<SuppressedBy>> found = new HashMap<>();
        graph.read(work -> work.list("suppression/list-suppressions-of-alerts",
                Map.of("keys", List.copyOf(alertKeys), "atMillis", at.toEpochMilli()),
                row -> found.computeIfAbsent(row.get("key").asString(), absent -> new ArrayList<>()).add(SuppressedBy.of(
                        SuppressionRows.suppression(row.get("suppression")), Instant.ofEpochMilli(row.get("sinceMillis").asLong())))));
        return found;
    }

    private List<Suppression> list(String query, Map<String, Object> parameters) {
        return graph.read(work -> work.list(query, parameters, row -> SuppressionRows.suppression(row.get("suppression"))));
    }
}
