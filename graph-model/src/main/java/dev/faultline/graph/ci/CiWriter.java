package dev.faultline.graph.ci;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.neo4j.GraphWork;
import dev.faultline.graph.type.CiTypes;

/// Writes changes of CIs and relations within a transaction, so that what was before stays as history.
public final class CiWriter {
    /// How many rows go to the server in one query.
    static final int BATCH_SIZE = 5_000;

    private final GraphWork work;
    private final CiTypes types;
    private final Instant at;

    /// @param types gives CIs the labels of their types
    /// @param at when the changes take effect
    public CiWriter(GraphWork work, CiTypes types, Instant at) {
        this.work = work;
        this.types = types;
        this.at = at;
    }

    /// Writes the changes; CIs that are put as they are already cost a read and no write.
    public void write(CiChanges changes) {
        remove(changes.removed(), null);
        retire(changes.retiredIds());
        batches(changes.puts()).forEach(this::put);
        add(changes.added(), null);
    }

    /// Writes relations that were found by matching attributes; removes none that a source claims.
    public void writeMatched(CiChanges changes) {
        remove(changes.removed(), true);
        add(changes.added(), true);
    }

    private void put(List<Ci> cis) {
        var current = work.list("ci/find-cis", Map.of("ids", cis.stream().map(Ci::id).toList()), row -> CiRows.ci(row.get("ci").asMap()))
                .stream().collect(Collectors.toMap(Ci::id, Function.identity()));
        var changed = cis.stream().filter(ci -> !isSame(ci, current.get(ci.id()))).toList();
        if (changed.isEmpty()) {
            return;
        }
        var known = changed.stream().map(Ci::id).filter(current::containsKey).toList();
        var others = changed.stream().map(Ci::id).filter(id -> !current.containsKey(id)).toList();
        work.run("ci/revive-cis", Map.of("ids", others));
        work.run("ci/close-ci-versions", Map.of("ids", known, "at", at.toEpochMilli()));
        work.run("ci/put-cis", Map.of("rows", changed.stream().map(ci -> row(ci, current.get(ci.id()))).toList()));
    }

    private Map<String, Object> row(Ci ci, @Nullable Ci current) {
        var validFrom = current != null && current.validFrom().isAfter(at) ? current.validFrom() : at;
        var dated = new Ci(ci.id(), ci.type(), ci.name(), ci.attributes(), validFrom);
        return Map.of("id", ci.id(), "labels", types.labels(ci.type()), "properties", CiRows.properties(dated));
    }

    private static boolean isSame(Ci ci, @Nullable Ci current) {
        return current != null && ci.type().equals(current.type()) && ci.name().equals(current.name())
                && ci.attributes().equals(current.attributes());
    }

    private void retire(Collection<String> ids) {
        for (var batch : batches(ids)) {
            var parameters = Map.of("ids", batch, "at", at.toEpochMilli());
            work.run("ci/close-ci-versions", parameters);
            work.run("ci/close-relations-of-cis", parameters);
            work.run("ci/retire-cis", parameters);
        }
    }

    private void add(Collection<RelationKey> relations, @Nullable Boolean matched) {
        batches(relations).forEach(batch -> work.run("ci/add-relations", relationParameters(batch, matched)));
    }

    private void remove(Collection<RelationKey> relations, @Nullable Boolean matched) {
        batches(relations).forEach(batch -> work.run("ci/remove-relations", relationParameters(batch, matched)));
    }

    private Map<String, @Nullable Object> relationParameters(List<RelationKey> relations, @Nullable Boolean matched) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("rows", relations.stream()
                .map(relation -> Map.of("type", relation.type(), "fromId", relation.fromId(), "toId", relation.toId())).toList());
        parameters.put("at", at.toEpochMilli());
        parameters.put("matched", matched);
        return parameters;
    }

    /// The items in parts that go to the server in one query each.
    public static <T> List<List<T>> batches(Collection<T> items) {
        var all = List.copyOf(items);
        var batches = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += BATCH_SIZE) {
            batches.add(all.subList(from, Math.min(from + BATCH_SIZE, all.size())));
        }
        return batches;
    }
}
