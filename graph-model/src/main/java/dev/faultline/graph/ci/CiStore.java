package dev.faultline.graph.ci;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.type.CiTypes;

/// CIs and relations in the graph: as they are, as they were at an instant, and all that they have been.
///
/// Where an instant is asked for, null means now, and then no history is read.
public final class CiStore {
    /// The most CIs of one page.
    public static final int PAGE_SIZE_MAX = 1_000;
    /// The most relations that one question gives.
    public static final int RELATIONS_MAX = 100_000;
    /// The most versions that a history gives, latest first.
    public static final int VERSIONS_MAX = 1_000;

    private final GraphConnection graph;

    public CiStore(GraphConnection graph) {
        this.graph = graph;
    }

    /// Writes changes that take effect at an instant, all or none of them.
    public void apply(CiChanges changes, CiTypes types, Instant at) {
        graph.write(work -> {
            new CiWriter(work, types, at).write(changes);
            return changes;
        });
    }

    /// The CIs with these ids that there are, in no order.
    public List<Ci> find(Collection<String> ids, @Nullable Instant at) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return at == null
                ? cis("ci/find-cis", Map.of("ids", List.copyOf(ids)))
                : cis("ci/find-cis-as-of", Map.of("ids", List.copyOf(ids), "at", at.toEpochMilli()));
    }

    /// The names of CIs by id, of those that are retired as well; ids that were never known are not in it.
    public Map<String, String> names(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        graph.read(work -> work.list("ci/name-cis", Map.of("ids", List.copyOf(ids)), row -> names.put(row.get("id").asString(),
                row.get("name").asString())));
        return names;
    }

    /// A page of the CIs that pass a filter, in order of id.
    ///
    /// @param types what the filter's empty list of types stands for
    /// @param after the `next` of the page before; null for the first one
    public CiPage page(CiFilter filter, CiTypes types, @Nullable String after, int limit, @Nullable Instant at) {
        int size = Math.clamp(limit, 1, PAGE_SIZE_MAX);
        var parameters = new HashMap<String, Object>(Map.of("after", after == null ? "" : after, "text",
                filter.text().toLowerCase(Locale.ROOT), "attributes", filter.attributes(), "limit", size + 1));
        if (!filter.types().isEmpty() || at != null) {
            parameters.put("types", List.copyOf(filter.types().isEmpty() ? names(types) : filter.types()));
        }
        if (at != null) {
            parameters.put("at", at.toEpochMilli());
        }
        var query = at != null ? "ci/page-cis-as-of" : filter.types().isEmpty() ? "ci/page-cis" : "ci/page-cis-of-types";
        var cis = cis(query, parameters);
        return cis.size() <= size ? new CiPage(cis, null) : new CiPage(cis.subList(0, size), cis.get(size - 1).id());
    }

    /// The relations that lead from or to these CIs, at most [#RELATIONS_MAX].
    public List<Relation> relations(Collection<String> ids, @Nullable Instant at) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var parameters = new HashMap<String, Object>(Map.of("ids", List.copyOf(ids), "limit", RELATIONS_MAX));
        if (at != null) {
            parameters.put("at", at.toEpochMilli());
        }
        var query = at == null ? "ci/find-relations-of-cis" : "ci/find-relations-of-cis-as-of";
        return graph.read(work -> work.list(query, parameters, CiStore::relation));
    }

    /// All that a CI has been, latest first, at most [#VERSIONS_MAX].
    public List<CiVersion> history(String id) {
        return graph.read(work -> work.list("ci/list-versions-of-ci", Map.of("id", id, "limit", VERSIONS_MAX),
                row -> new CiVersion(CiRows.ci(row.get("ci").asMap()), validTo(row))));
    }

    /// All relations that a CI has had, latest first, at most [#VERSIONS_MAX].
    public List<RelationVersion> relationHistory(String id) {
        return graph.read(work -> work.list("ci/list-relation-versions-of-ci", Map.of("id", id, "limit", VERSIONS_MAX),
                row -> new RelationVersion(relation(row), validTo(row))));
    }

    /// How many CIs there are now of each type, those of types that inherit from it included.
    public Map<String, Long> countByType() {
        var counts = new LinkedHashMap<String, Long>();
        graph.read(work -> work.list("ci/count-cis-by-label", Map.of(),
                row -> counts.put(row.get("label").asString(), row.get("count").asLong()) == null));
        return counts;
    }

    private List<Ci> cis(String query, Map<String, Object> parameters) {
        return graph.read(work -> work.list(query, parameters, row -> CiRows.ci(row.get("ci").asMap())));
    }

    private static Collection<String> names(CiTypes types) {
        return types.all().stream().map(type -> type.name()).collect(Collectors.toSet());
    }

    private static Relation relation(Record row) {
        return new Relation(row.get("type").asString(), row.get("fromId").asString(), row.get("toId").asString(),
                Instant.ofEpochMilli(row.get("validFrom").asLong()));
    }

    private static @Nullable Instant validTo(Record row) {
        return row.get("validTo").isNull() ? null : Instant.ofEpochMilli(row.get("validTo").asLong());
    }
}
