package dev.faultline.api.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.Relation;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.type.CiType;

/// The batched reads of one request: what many fields ask for is read with one query.
final class Loaders {
    static final String CI = "ci";
    static final String CI_TYPE = "ciType";
    static final String RELATIONS = "relations";
    static final String CALLS_OUT = "callsOut";
    static final String CALLS_IN = "callsIn";
    static final String WINDOWS = "windows";
    static final String ALERTS_OF_CI = "alertsOfCi";
    static final String ALERT = "alert";
    static final String DEPLOYMENTS_OF_CI = "deploymentsOfCi";
    static final String DEPLOYMENT = "deployment";
    static final String RANKING = "ranking";
    private static final int OF_ONE_CI_MAX = 50;
    private static final int BATCH_MAX = 1_000;

    private Loaders() {}

    /// A CI, now or as of an instant.
    record CiKey(String id, @Nullable Instant asOf) {}

    /// A span of minutes of a call edge.
    record WindowKey(String edgeId, long fromMinute, long toMinute) {}

    static DataLoaderRegistry registry(GraphReaders readers) {
        DataLoaderRegistry registry = new DataLoaderRegistry();
        registry.register(CI, loader((Set<CiKey> keys) -> cis(keys, readers)));
        registry.register(CI_TYPE, loader((Set<String> names) -> byKey(
                readers.types().load().all().stream().filter(type -> names.contains(type.name())).toList(), CiType::name)));
        registry.register(RELATIONS, loader((Set<CiKey> keys) -> relations(keys, readers)));
        registry.register(CALLS_OUT, loader((Set<String> ids) -> grouped(readers.calls().byCallers(ids), CallEdge::callerId, ids)));
        registry.register(CALLS_IN, loader((Set<String> ids) -> grouped(readers.calls().byCallees(ids), CallEdge::calleeId, ids)));
        registry.register(WINDOWS, loader((Set<WindowKey> keys) -> windows(keys, readers)));
        registry.register(ALERTS_OF_CI, loader((Set<String> ids) -> orNone(readers.alerts().byCiIds(ids, OF_ONE_CI_MAX), ids)));
        registry.register(ALERT, loader((Set<String> keys) -> byKey(readers.alerts().byKeys(keys), Alert::key)));
        registry.register(DEPLOYMENTS_OF_CI,
                loader((Set<String> ids) -> orNone(readers.deployments().byCiIds(ids, null, null, OF_ONE_CI_MAX), ids)));
        registry.register(DEPLOYMENT,
                loader((Set<String> ids) -> byKey(readers.deployments().byIds(ids),
                        (PlacedDeployment placed) -> placed.deployment().id())));
        registry.register(RANKING, loader((Set<String> ids) -> readers.incidents().latestRankings(ids)));
        return registry;
    }

    private static <K, V> DataLoader<K, V> loader(Function<Set<K>, Map<K, V>> batch) {
        return DataLoaderFactory.newMappedDataLoader(keys -> CompletableFuture.completedFuture(batch.apply(keys)),
                DataLoaderOptions.newOptions().setMaxBatchSize(BATCH_MAX).build());
    }

    private static Map<CiKey, Ci> cis(Set<CiKey> keys, GraphReaders readers) {
        return byInstant(keys, (ids, asOf) -> byKey(readers.cis().find(ids, asOf), ci -> new CiKey(ci.id(), asOf)));
    }

    private static Map<CiKey, List<Relation>> relations(Set<CiKey> keys, GraphReaders readers) {
        return byInstant(keys, (ids, asOf) -> {
            Map<CiKey, List<Relation>> relations = new HashMap<>();
            ids.forEach(id -> relations.put(new CiKey(id, asOf), new ArrayList<>()));
            for (Relation relation : readers.cis().relations(ids, asOf)) {
                add(relations, new CiKey(relation.fromId(), asOf), relation);
                if (!relation.fromId().equals(relation.toId())) {
                    add(relations, new CiKey(relation.toId(), asOf), relation);
                }
            }
            return relations;
        });
    }

    private static void add(Map<CiKey, List<Relation>> relations, CiKey key, Relation relation) {
        List<Relation> known = relations.get(key);
        if (known != null) {
            known.add(relation);
        }
    }

    private static <V> Map<CiKey, V> byInstant(Set<CiKey> keys, BiFunction<List<String>, @Nullable Instant, Map<CiKey, V>> read) {
        Map<@Nullable Instant, List<String>> ids = new HashMap<>();
        keys.forEach(key -> ids.computeIfAbsent(key.asOf(), asOf -> new ArrayList<>()).add(key.id()));
        Map<CiKey, V> found = new HashMap<>();
        ids.forEach((asOf, some) -> found.putAll(read.apply(some, asOf)));
        return found;
    }

    private static Map<WindowKey, List<CallWindow>> windows(Set<WindowKey> keys, GraphReaders readers) {
        long from = keys.stream().mapToLong(WindowKey::fromMinute).min().orElse(0);
        long to = keys.stream().mapToLong(WindowKey::toMinute).max().orElse(0);
        List<CallWindow> all = readers.calls().windows(keys.stream().map(WindowKey::edgeId).distinct().toList(), from, to);
        Map<String, List<CallWindow>> byEdge = all.stream().collect(Collectors.groupingBy(CallWindow::edgeId));
        return keys.stream().collect(Collectors.toMap(Function.identity(), key -> byEdge.getOrDefault(key.edgeId(), List.of()).stream()
                .filter(window -> window.minute() >= key.fromMinute() && window.minute() < key.toMinute()).toList()));
    }

    private static <K, V> Map<K, V> byKey(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (first, second) -> first));
    }

    private static <V> Map<String, List<V>> grouped(Collection<V> values, Function<V, String> key, Set<String> ids) {
        return orNone(values.stream().collect(Collectors.groupingBy(key)), ids);
    }

    private static <V> Map<String, List<V>> orNone(Map<String, List<V>> found, Set<String> ids) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, List.of())));
    }
}
