package dev.faultline.api.graphql;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import org.dataloader.DataLoader;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.RankingVersion;

/// The fields of incidents, rankings and causes that lead to others.
record IncidentFetchers(GraphReaders readers) {
    private static final int ALERTS_MAX = 500;

    void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Incident", this::incident).type("Ranking", IncidentFetchers::ranking)
                .type("Cause", type -> type.dataFetcher("ci", CiFetchers.toCi(Cause::ciId)).dataFetcher("deployment",
                        IncidentFetchers::deployment));
    }

    private TypeRuntimeWiring.Builder incident(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("alerts", IncidentFetchers::alerts)
                .dataFetcher("ranking", CiFetchers.manyAsOf(Loaders.RANKING, Incident::id))
                .dataFetcher("rankings",
                        this::rankings);
    }

    private static CompletableFuture<List<Alert>> alerts(DataFetchingEnvironment environment) {
        List<AsOfKey> keys = CiFetchers.source(environment, Incident.class).alertKeys().stream().limit(ALERTS_MAX)
                .map(key -> new AsOfKey(key, environment.getLocalContext())).toList();
        DataLoader<AsOfKey, Alert> loader = Objects.requireNonNull(environment.getDataLoader(Loaders.ALERT));
        return loader.loadMany(keys).thenApply(alerts -> alerts.stream().filter(Objects::nonNull).toList());
    }

    private List<RankingVersion> rankings(DataFetchingEnvironment environment) {
        Instant asOf = environment.getLocalContext();
        return readers.incidents().rankings(CiFetchers.source(environment, Incident.class).id(), null, QueryFetchers.first(environment))
                .stream().filter(version -> asOf == null || !version.ranking().at().isAfter(asOf)).toList();
    }

    private static TypeRuntimeWiring.Builder ranking(TypeRuntimeWiring.Builder type) {
        return type.defaultDataFetcher(environment -> {
            RankingVersion version = CiFetchers.source(environment, RankingVersion.class);
            return switch (environment.getField().getName()) {
                case "version" -> version.version();
                case "at" -> version.ranking().at();
                case "rulesVersion" -> version.ranking().rulesVersion();
                case "unknown" -> version.ranking().unknown();
                case "summary" -> version.ranking().summary();
                default -> version.ranking().causes();
            };
        });
    }

    private static Object deployment(DataFetchingEnvironment environment) {
        String id = CiFetchers.source(environment, Cause.class).deploymentId();
        return id == null ? CompletableFuture.completedFuture(null) : CiFetchers.load(environment, Loaders.DEPLOYMENT, id);
    }
}
