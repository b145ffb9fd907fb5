package dev.faultline.api.graphql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.feedback.Feedback;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Distinction;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.PathStep;
import dev.faultline.graph.incident.RankingVersion;

/// The fields of incidents, rankings and causes that lead to others.
record IncidentFetchers(GraphReaders readers) {
    private static final String EXPLANATION = "explanation";
    private static final String TIMELINE = "timeline";
    private static final String IMPACT = "impact";
    private static final String OWNERS = "owners";
    private static final String SIMILAR = "similar";
    /// The fields whose values are computed from many reads.
    static final Set<String> COSTLY = Set.of(EXPLANATION, TIMELINE, IMPACT, OWNERS, SIMILAR);
    private static final int ALERTS_MAX = 500;

    void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Incident", this::incident).type("Ranking", this::ranking)
                .type("Cause", type -> type.dataFetcher("ci", CiFetchers.toCi(Cause::ciId)).dataFetcher("deployment",
                        IncidentFetchers::deployment).dataFetcher("ciName", name(Cause::ciId)))
                .type("Feedback",
                        type -> type.dataFetcher("ci", CiFetchers.toCi(Feedback::ciId)).dataFetcher("actualCi",
                                CiFetchers.toCi(Feedback::actualCiId)))
                .type("MissingObservation", type -> type.dataFetcher("ci", CiFetchers.toCi(Distinction.Missing::ciId))
                        .dataFetcher("ciName", name(Distinction.Missing::ciId)))
                .type("PathStep", type -> type.dataFetcher("from", CiFetchers.toCi(PathStep::fromId))
                        .dataFetcher("fromName", name(PathStep::fromId)).dataFetcher("to", CiFetchers.toCi(PathStep::toId))
                        .dataFetcher("toName", name(PathStep::toId)));
    }

    /// The name of the CI that the source names, whether it is still there or not; its id where it was never known.
    private static <S> DataFetcher<Object> name(Function<S, String> id) {
        return environment -> {
            S source = Objects.requireNonNull(environment.getSource());
            String ciId = id.apply(source);
            return CiFetchers.<String, @Nullable String>load(environment, Loaders.NAME, ciId)
                    .thenApply(name -> name == null ? ciId : name);
        };
    }

    private TypeRuntimeWiring.Builder incident(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("alerts", IncidentFetchers::alerts)
                .dataFetcher(TIMELINE, reviewed(incident -> readers.reviews().timeline(incident, new ArrayList<>())))
                .dataFetcher(IMPACT, reviewed(readers.reviews()::impact)).dataFetcher(OWNERS, reviewed(readers.reviews()::owners))
                .dataFetcher(SIMILAR, reviewed(readers.reviews()::similar))
                .dataFetcher("feedback", CiFetchers.many(Loaders.FEEDBACK, Incident::id))
                .dataFetcher("ranking", CiFetchers.manyAsOf(Loaders.RANKING, Incident::id))
                .dataFetcher("rankings",
                        this::rankings);
    }

    private static DataFetcher<Object> reviewed(Function<Incident, Object> part) {
        return environment -> part.apply(CiFetchers.source(environment, Incident.class));
    }

    private static CompletableFuture<List<Alert>> alerts(DataFetchingEnvironment environment) {
        List<AsOfKey> keys = CiFetchers.source(environment, Incident.class).alertKeys().stream().limit(ALERTS_MAX)
                .map(key -> new AsOfKey(key, environment.getLocalContext())).toList();
        DataLoader<AsOfKey, Alert> loader = Objects.requireNonNull(environment.getDataLoader(Loaders.ALERT));
        return loader.loadMany(keys).thenApply(alerts -> alerts.stream().filter(Objects::nonNull).toList());
    }

    private List<RankingVersion> rankings(DataFetchingEnvironment environment) {
        Instant asOf = environment.getLocalContext();
        return readers.incidents().rankings(CiFetchers.source(environment, Incident.class).id(), null, asOf,
                QueryFetchers.first(environment));
    }

    private TypeRuntimeWiring.Builder ranking(TypeRuntimeWiring.Builder type) {
        type.dataFetcher(EXPLANATION,
                environment -> readers.explainer().explain(CiFetchers.source(environment, RankingVersion.class)));
        return type.defaultDataFetcher(environment -> {
            RankingVersion version = CiFetchers.source(environment, RankingVersion.class);
            return switch (environment.getField().getName()) {
                case "version" -> version.version();
                case "at" -> version.ranking().at();
                case "rulesVersion" -> version.ranking().rulesVersion();
                case "unknown" -> version.ranking().unknown();
                case "summary" -> version.ranking().summary();
                case "distinctions" -> version.ranking().distinctions();
                default -> version.ranking().causes();
            };
        });
    }

    private static Object deployment(DataFetchingEnvironment environment) {
        String id = CiFetchers.source(environment, Cause.class).deploymentId();
        return id == null ? CompletableFuture.completedFuture(null) : CiFetchers.load(environment, Loaders.DEPLOYMENT, id);
    }
}
