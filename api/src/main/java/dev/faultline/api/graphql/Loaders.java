package dev.faultline.api.graphql;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderOptions;
import org.dataloader.DataLoaderRegistry;

import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.deployment.PlacedDeployment;
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
    static final String NAME = "name";
    static final String FEEDBACK = "feedback";
    static final String SUPPRESSED_BY = "suppressedBy";
    private static final int BATCH_MAX = 1_000;

    private Loaders() {}

    /// A span of minutes of a call edge.
    record WindowKey(String edgeId, long fromMinute, long toMinute) {}

    static DataLoaderRegistry registry(GraphReaders readers, Clock clock) {
        AsOfReads reads = new AsOfReads(readers, clock);
        DataLoaderRegistry registry = new DataLoaderRegistry();
        registry.register(CI, loader((Set<AsOfKey> keys) -> reads.cis(keys)));
        registry.register(CI_TYPE, loader((Set<String> names) -> byKey(
                readers.types().load().all().stream().filter(type -> names.contains(type.name())).toList(), CiType::name)));
        registry.register(RELATIONS, loader((Set<AsOfKey> keys) -> reads.relations(keys)));
        registry.register(CALLS_OUT, loader((Set<String> ids) -> grouped(readers.calls().byCallers(ids), CallEdge::callerId, ids)));
        registry.register(CALLS_IN, loader((Set<String> ids) -> grouped(readers.calls().byCallees(ids), CallEdge::calleeId, ids)));
        registry.register(WINDOWS, loader((Set<WindowKey> keys) -> windows(keys, readers)));
        registry.register(ALERTS_OF_CI, loader((Set<AsOfKey> keys) -> reads.alertsOfCis(keys)));
        registry.register(ALERT, loader((Set<AsOfKey> keys) -> reads.alerts(keys)));
        registry.register(DEPLOYMENTS_OF_CI, loader((Set<AsOfKey> keys) -> reads.deploymentsOfCis(keys)));
        registry.register(DEPLOYMENT,
                loader((Set<String> ids) -> byKey(readers.deployments().byIds(ids),
                        (PlacedDeployment placed) -> placed.deployment().id())));
        registry.register(FEEDBACK, loader((Set<String> ids) -> orNone(readers.feedback().ofIncidents(ids), ids)));
        registry.register(SUPPRESSED_BY, loader((Set<AsOfKey> keys) -> reads.suppressedBy(keys)));
        registry.register(NAME, loader((Set<String> ids) -> readers.cis().names(ids)));
        registry.register(RANKING, loader((Set<AsOfKey> keys) -> reads.rankings(keys)));
        return registry;
    }

    private static <K, V> DataLoader<K, V> loader(Function<Set<K>, Map<K, V>> batch) {
        return DataLoaderFactory.newMappedDataLoader(keys -> CompletableFuture.completedFuture(batch.apply(keys)),
                DataLoaderOptions.newOptions().setMaxBatchSize(BATCH_MAX).build());
    }

    private static Map<WindowKey, List<CallWindow>> windows(Set<WindowKey> keys, GraphReaders readers) {
        long from = keys.stream().mapToLong(WindowKey::fromMinute).min().orElse(0);
        long to = keys.stream().mapToLong(WindowKey::toMinute).max().orElse(0);
        List<CallWindow> all = readers.calls().windows(keys.stream().map(WindowKey::edgeId).distinct().toList(), from, to);
        Map<String, List<CallWindow>> byEdge = all.stream().collect(Collectors.groupingBy(CallWindow::edgeId));
        return keys.stream().collect(Collectors.toMap(Function.identity(), key -> byEdge.getOrDefault(key.edgeId(), List.of()).stream()
                .filter(window -> window.minute() >= key.fromMinute() && window.minute() < key.toMinute()).toList()));
    }

    static <K, V> Map<K, V> byKey(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (first, second) -> first));
    }

    private static <V> Map<String, List<V>> grouped(Collection<V> values, Function<V, String> key, Set<String> ids) {
        return orNone(values.stream().collect(Collectors.groupingBy(key)), ids);
    }

    private static <V> Map<String, List<V>> orNone(Map<String, List<V>> found, Set<String> ids) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> found.getOrDefault(id, List.of())));
    }
}
