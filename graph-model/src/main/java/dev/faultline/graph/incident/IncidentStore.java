package dev.faultline.graph.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.explanation.PackedInput;
import dev.faultline.graph.explanation.RankingInputStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;
import dev.faultline.graph.outbox.OutboxStore;
import dev.faultline.graph.review.ReviewStore;

/// Incidents in the graph: their state, the alerts that they group, and every ranking that was made of them.
public final class IncidentStore {
    /// So many versions of an incident's ranking are kept; the oldest go first.
    public static final int RANKINGS_KEPT_MAX = 100;
    /// The largest page, and the most ids that one call looks up.
    public static final int PAGE_MAX = 500;

    private static final int RANKINGS_REMOVED_MAX = 20;

    private final GraphConnection graph;

    public IncidentStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// Stores an incident's state with the alerts that joined it, what it took in, its new ranking, and what is to be told of it: all of
    /// it or nothing.
    ///
    /// Storing the same change again changes nothing.
    public void save(IncidentChange change) {
        Incident incident = change.incident();
        graph.write(work -> {
            work.run("incident/save-incident", IncidentRows.toParameters(change));
            if (!change.absorbedIncidentIds().isEmpty()) {
                work.run("incident/merge-incidents",
                        Map.of("intoId", incident.id(), "absorbedIds", change.absorbedIncidentIds(), "atMillis",
                                incident.updatedAt().toEpochMilli()));
            }
            save(work, incident, change.byPeople());
            if (change.ranking() != null) {
                save(work, change.ranking(), change.input());
            }
            change.notices().forEach(notice -> OutboxStore.save(work, notice));
            return true;
        });
    }

    private static void save(GraphWork work, Incident incident, ByPeople byPeople) {
        ByPeople.Split split = byPeople.split();
        if (split != null) {
            work.run("incident/split-incident", Map.of("id", incident.id(), "fromId", split.fromId(), "alertKeys", split.alertKeys(),
                    "atMillis", incident.updatedAt().toEpochMilli()));
        }
        byPeople.acts().forEach(done -> ReviewStore.save(work, done.incidentId(), done.act()));
    }

    /// The incidents that people keep apart from these, by their ids, where they took one out of the other.
    public Map<String, Set<String>> keptApart(Collection<String> ids) {
        Map<String, Set<String>> apart = new HashMap<>();
        read("list-splits", Map.of("ids", List.copyOf(ids)),
                row -> apart.computeIfAbsent(row.text("id"), absent -> new HashSet<>()).add(row.text("otherId")));
        return apart;
    }

    private static void save(GraphWork work, RankingVersion ranking, @Nullable PackedInput input) {
        work.run("incident/save-ranking", IncidentRows.toParameters(ranking));
        if (input != null) {
            RankingInputStore.save(work, IncidentRows.rankingId(ranking), ranking.ranking().at(), input);
        }
        long versionMax = ranking.version() - RANKINGS_KEPT_MAX;
        if (versionMax >= 1) {
            work.run("incident/remove-old-rankings",
                    Map.of("incidentId", ranking.incidentId(), "versionMax", versionMax, "limit", RANKINGS_REMOVED_MAX));
        }
    }

    /// The incidents that are not resolved, latest start first; what a restart begins with.
    public List<Incident> open() {
        return open(PAGE_MAX);
    }

    List<Incident> open(int pageSize) {
        List<Incident> open = new ArrayList<>();
        List<Incident> page = openAfter(IncidentCursor.START, pageSize);
        while (!page.isEmpty()) {
            open.addAll(page);
            page = page.size() < pageSize ? List.of() : openAfter(IncidentCursor.after(page.getLast()), pageSize);
        }
        return open;
    }

    private List<Incident> openAfter(IncidentCursor cursor, int limit) {
        return incidents("find-open-incidents",
                Map.of("beforeMillis", cursor.startedAtMillis(), "beforeId", cursor.id(), "limit", limit));
    }

    /// The incidents of these ids, in no order; ids that are unknown have none.
    public List<Incident> byIds(Collection<String> ids) {
        return incidents("get-incidents", Map.of("ids", List.copyOf(ids)));
    }

    /// The incident of an id.
    public Optional<Incident> byId(String id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    /// A page of incidents, latest start first.
    ///
    /// @param cursor what the page before gave; null for the first one
    /// @throws IllegalArgumentException where the cursor is none that a page gave
    public IncidentPage page(IncidentFilter filter, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        IncidentCursor from = cursor == null ? IncidentCursor.START : IncidentCursor.parse(cursor);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("state", filter.state() == null ? null : filter.state().name());
        parameters.put("fromMillis", filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochMilli());
        parameters.put("toMillis", filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochMilli());
        parameters.put("ciId", filter.ciId());
        parameters.put("beforeMillis", from.startedAtMillis());
        parameters.put("beforeId", from.id());
        parameters.put("limit", size + 1);
        return page(incidents("find-incidents", parameters), size);
    }

    /// A page of the incidents that were open at an instant, as they were then, latest start first.
    ///
    /// @param ciId only incidents with an alert on this CI; null for any
    /// @param cursor what the page before gave; null for the first one
    /// @throws IllegalArgumentException where the cursor is none that a page gave
    public IncidentPage openAt(Instant instant, @Nullable String ciId, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        IncidentCursor from = cursor == null ? IncidentCursor.START : IncidentCursor.parse(cursor);
        Map<String, Object> parameters = new HashMap<>(Map.of("atMillis", instant.toEpochMilli(), "beforeMillis", from.startedAtMillis(),
                "beforeId", from.id(), "limit", size + 1));
        parameters.put("ciId", ciId);
        return page(asOf(instant, incidents("find-incidents-as-of", parameters)), size);
    }

    /// The incidents of these ids that had begun by an instant, as they were then, in no order.
    public List<Incident> byIds(Collection<String> ids, Instant instant) {
        return asOf(instant, incidents("get-incidents-as-of", Map.of("ids", List.copyOf(ids), "atMillis", instant.toEpochMilli())));
    }

    private static List<Incident> asOf(Instant instant, List<Incident> incidents) {
        return incidents.stream().map(incident -> incident.asOf(instant)).toList();
    }

    private static IncidentPage page(List<Incident> incidents, int size) {
        if (incidents.size() <= size) {
            return new IncidentPage(incidents, null);
        }
        List<Incident> shown = incidents.subList(0, size);
        return new IncidentPage(shown, IncidentPage.cursor(shown.getLast()));
    }

    /// The ids of the incidents that alerts belong to, by alert key, latest start first; alerts without any are not in it.
    public Map<String, List<String>> idsByAlert(Collection<String> alertKeys) {
        Map<String, List<String>> ids = new HashMap<>();
        for (Properties row : read("find-incidents-of-alerts", Map.of("alertKeys", List.copyOf(alertKeys)), Function.identity())) {
            ids.put(row.text("alertKey"), row.texts("incidentIds"));
        }
        return ids;
    }

    /// The latest ranking of each incident that has one, by incident id.
    public Map<String, RankingVersion> latestRankings(Collection<String> incidentIds) {
        return rankings("get-latest-rankings", incidentIds, Map.of());
    }

    /// The latest kept ranking of each incident that was made by an instant, by incident id.
    public Map<String, RankingVersion> latestRankings(Collection<String> incidentIds, Instant instant) {
        return rankings("get-rankings-as-of", incidentIds, Map.of("atMillis", instant.toEpochMilli()));
    }

    private Map<String, RankingVersion> rankings(String query, Collection<String> incidentIds, Map<String, Object> parameters) {
        Map<String, RankingVersion> rankings = new HashMap<>();
        List<String> ids = List.copyOf(incidentIds);
        for (int from = 0; from < ids.size(); from += PAGE_MAX) {
            List<String> page = ids.subList(from, Math.min(ids.size(), from + PAGE_MAX));
            Map<String, Object> ofPage = new HashMap<>(parameters);
            ofPage.put("incidentIds", page);
            read(query, ofPage, IncidentRows::ranking).forEach(version -> rankings.put(version.incidentId(), version));
        }
        return rankings;
    }

    /// The kept rankings of an incident, latest version first.
    ///
    /// @param beforeVersion only earlier ones; null for all
    public List<RankingVersion> rankings(String incidentId, @Nullable Long beforeVersion, int limit) {
        return rankings(incidentId, beforeVersion, null, limit);
    }

    /// The kept rankings of an incident that were made by an instant, latest version first.
    ///
    /// @param beforeVersion only earlier ones; null for all
    /// @param asOf the instant; null for now
    public List<RankingVersion> rankings(String incidentId, @Nullable Long beforeVersion, @Nullable Instant asOf, int limit) {
        Map<String, Object> parameters = Map.of("incidentId", incidentId, "beforeVersion",
                beforeVersion == null ? Long.MAX_VALUE : beforeVersion, "atMillis",
                asOf == null ? Long.MAX_VALUE : asOf.toEpochMilli(), "limit", Math.clamp(limit, 1, PAGE_MAX));
        return read("find-rankings", parameters, IncidentRows::ranking);
    }

    /// In how many incidents that began in [from, to) each alert took part, by alert key.
    public Map<String, Integer> incidentCounts(Collection<String> alertKeys, Instant from, Instant to) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Object> parameters = Map.of("alertKeys", List.copyOf(alertKeys), "fromMillis", from.toEpochMilli(), "toMillis",
                to.toEpochMilli());
        for (Properties row : read("count-incidents-of-alerts", parameters, Function.identity())) {
            counts.put(row.text("alertKey"), (int) row.number("incidents"));
        }
        return counts;
    }

    /// How many incidents began in [from, to).
    public int count(Instant from, Instant to) {
        return read("count-incidents", Map.of("fromMillis", from.toEpochMilli(), "toMillis", to.toEpochMilli()),
                row -> (int) row.number("incidents")).getFirst();
    }

    /// When resolved incidents that touched any of these CIs lasted, of those that began before `to` and ended no earlier than `from`; the
    /// latest first.
    public List<TimeWindow> disturbedTimes(Collection<String> ciIds, Instant from, Instant to, int limit) {
        Map<String, Object> parameters = Map.of("ciIds", List.copyOf(ciIds), "fromMillis", from.toEpochMilli(), "toMillis",
                to.toEpochMilli(), "limit", limit);
        return read("list-disturbed-times", parameters, row -> {
            long startedAtMillis = row.number("startedAtMillis");
            return new TimeWindow(Instant.ofEpochMilli(startedAtMillis),
                    Instant.ofEpochMilli(Math.max(startedAtMillis + 1, row.number("resolvedAtMillis"))));
        });
    }

    private List<Incident> incidents(String query, Map<String, Object> parameters) {
        return read(query, parameters, IncidentRows::incident);
    }

    private <T> List<T> read(String query, Map<String, Object> parameters, Function<Properties, T> row) {
        return graph.read(work -> work.list("incident/" + query, parameters, values -> row.apply(new Properties(values.asMap()))));
    }
}
