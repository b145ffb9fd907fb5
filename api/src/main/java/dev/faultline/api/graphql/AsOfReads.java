package dev.faultline.api.graphql;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.Relation;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.suppression.SuppressedBy;

/// The batched reads of what differs by the instant of the question; each instant is one query.
record AsOfReads(GraphReaders readers, Clock clock) {
    private static final int OF_ONE_CI_MAX = 50;

    Map<AsOfKey, Ci> cis(Set<AsOfKey> keys) {
        return byInstant(keys, (ids, asOf) -> Loaders.byKey(readers.cis().find(ids, asOf), Ci::id));
    }

    Map<AsOfKey, Alert> alerts(Set<AsOfKey> keys) {
        return byInstant(keys, (ids, asOf) -> Loaders.byKey(
                asOf == null ? readers.alerts().byKeys(ids) : readers.alerts().byKeys(ids, asOf), Alert::key));
    }

    Map<AsOfKey, List<Alert>> alertsOfCis(Set<AsOfKey> keys) {
        return byInstant(keys, (ids, asOf) -> orNone(ids, asOf == null
                ? readers.alerts().byCiIds(ids, OF_ONE_CI_MAX)
                : readers.alerts().byCiIdsFiringAt(ids, asOf, OF_ONE_CI_MAX)));
    }

    Map<AsOfKey, List<SuppressedBy>> suppressedBy(Set<AsOfKey> keys) {
        return byInstant(keys, (ids, asOf) -> orNone(ids, readers.suppressions().ofAlerts(ids, asOf == null ? clock.instant() : asOf)));
    }

    Map<AsOfKey, RankingVersion> rankings(Set<AsOfKey> keys) {
        return byInstant(keys, (ids, asOf) -> asOf == null
                ? readers.incidents().latestRankings(ids)
                : readers.incidents().latestRankings(ids, asOf));
    }

    Map<AsOfKey, List<PlacedDeployment>> deploymentsOfCis(Set<AsOfKey> keys) {
        return byInstant(keys, (ids, asOf) -> {
            Map<String, List<PlacedDeployment>> found = readers.deployments().byCiIds(ids, null, asOf == null ? null : asOf.plusMillis(1),
                    OF_ONE_CI_MAX);
            if (asOf != null) {
                found.replaceAll((id, placed) -> placed.stream().map(each -> each.asOf(asOf)).toList());
            }
            return orNone(ids, found);
        });
    }

    Map<AsOfKey, List<Relation>> relations(Set<AsOfKey> keys) {
        return byInstant(keys, (ids, asOf) -> {
            Map<String, List<Relation>> relations = new HashMap<>();
            ids.forEach(id -> relations.put(id, new ArrayList<>()));
            for (Relation relation : readers.cis().relations(ids, asOf)) {
                add(relations, relation.fromId(), relation);
                if (!relation.fromId().equals(relation.toId())) {
                    add(relations, relation.toId(), relation);
                }
            }
            return relations;
        });
    }

    private static void add(Map<String, List<Relation>> relations, String id, Relation relation) {
        List<Relation> known = relations.get(id);
        if (known != null) {
            known.add(relation);
        }
    }

    private static <V> Map<String, List<V>> orNone(Collection<String> ids, Map<String, List<V>> found) {
        Map<String, List<V>> all = new HashMap<>();
        ids.forEach(id -> all.put(id, found.getOrDefault(id, List.of())));
        return all;
    }

    private static <V> Map<AsOfKey, V> byInstant(Set<AsOfKey> keys,
            BiFunction<List<String>, @Nullable Instant, Map<String, V>> read) {
        Map<@Nullable Instant, List<String>> ids = new HashMap<>();
        keys.forEach(key -> ids.computeIfAbsent(key.asOf(), asOf -> new ArrayList<>()).add(key.id()));
        Map<AsOfKey, V> found = new HashMap<>();
        ids.forEach((asOf, some) -> read.apply(some, asOf).forEach((id, value) -> found.put(new AsOfKey(id, asOf), value)));
        return found;
    }
}
