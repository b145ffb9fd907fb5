package dev.faultline.api.graphql;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionKind;
import dev.faultline.graph.suppression.SuppressionPage;
import dev.faultline.graph.suppression.SuppressionScope;

/// Silences and maintenance windows: pages of them, and what they are about.
record SuppressionFetchers(GraphReaders readers, Clock clock) {
    TypeRuntimeWiring.Builder wire(TypeRuntimeWiring.Builder query) {
        return query.dataFetcher("silences", page(SuppressionKind.SILENCE)).dataFetcher("maintenance", page(SuppressionKind.MAINTENANCE));
    }

    void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Silence",
                type -> type.dataFetcher("state", this::state).dataFetcher("matchers", SuppressionFetchers::matchers))
                .type("Maintenance", type -> type.dataFetcher("state", this::state).dataFetcher("ciIds", cis(SuppressionScope.OfCis::ciIds))
                        .dataFetcher("deploymentId", cis(SuppressionScope.OfCis::deploymentId)).dataFetcher("cis",
                                SuppressionFetchers::cis));
    }

    private DataFetcher<Object> page(SuppressionKind kind) {
        return environment -> {
            String state = environment.getArgument("state");
            SuppressionPage page = readers.suppressions().page(kind, state == null ? null : Suppression.State.valueOf(state),
                    clock.instant(), environment.getArgument("after"), QueryFetchers.first(environment));
            return Connection.of(page.suppressions(), page.next(), Suppression::id);
        };
    }

    private Object state(DataFetchingEnvironment environment) {
        return CiFetchers.source(environment, Suppression.class).state(clock.instant());
    }

    private static Object matchers(DataFetchingEnvironment environment) {
        return ((SuppressionScope.OfLabels) CiFetchers.source(environment, Suppression.class).scope()).matchers();
    }

    private static DataFetcher<@Nullable Object> cis(Function<SuppressionScope.OfCis, @Nullable Object> part) {
        return environment -> part.apply(scope(environment));
    }

    private static SuppressionScope.OfCis scope(DataFetchingEnvironment environment) {
        return (SuppressionScope.OfCis) CiFetchers.source(environment, Suppression.class).scope();
    }

    /// Those that are still there.
    private static CompletableFuture<List<Ci>> cis(DataFetchingEnvironment environment) {
        DataLoader<AsOfKey, Ci> loader = Objects.requireNonNull(environment.getDataLoader(Loaders.CI));
        return loader.loadMany(scope(environment).ciIds().stream().map(id -> new AsOfKey(id, environment.getLocalContext())).toList())
                .thenApply(cis -> cis.stream().filter(Objects::nonNull).toList());
    }
}
