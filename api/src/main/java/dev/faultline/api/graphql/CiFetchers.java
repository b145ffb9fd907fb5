package dev.faultline.api.graphql;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.Relation;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.symptom.Subject;

/// The fields of CIs, relations, call edges, deployments and alerts that lead to others.
record CiFetchers(GraphReaders readers, Clock clock) {
    private static final long WINDOW_MINUTES_DEFAULT = 30;
    private static final long WINDOW_MINUTES_MAX = 24 * 60;

    void wire(RuntimeWiring.Builder wiring) {
        wiring.type("Ci", this::ci).type("CiVersion", CiFetchers::version)
                .type("Relation", type -> type.dataFetcher("from", toCi(Relation::fromId)).dataFetcher("to", toCi(Relation::toId)))
                .type("CallEdge", this::callEdge).type("CallWindow", CiFetchers::window).type("Deployment", CiFetchers::deployment)
                .type("Change", type -> type.dataFetcher("ci", toCi(PlacedDeployment.Change::ciId))).type("Alert", CiFetchers::alert);
    }

    private TypeRuntimeWiring.Builder ci(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("relations", CiFetchers::relations).dataFetcher("callsOut", many(Loaders.CALLS_OUT, Ci::id))
                .dataFetcher("callsIn", many(Loaders.CALLS_IN, Ci::id)).dataFetcher("alerts", manyAsOf(Loaders.ALERTS_OF_CI, Ci::id))
                .dataFetcher("deployments", manyAsOf(Loaders.DEPLOYMENTS_OF_CI, Ci::id))
                .dataFetcher("ciType", many(Loaders.CI_TYPE, Ci::type))
                .dataFetcher("history", environment -> readers.cis().history(source(environment, Ci.class).id()));
    }

    private static TypeRuntimeWiring.Builder version(TypeRuntimeWiring.Builder type) {
        for (String field : List.of("name", "type", "attributes", "validFrom")) {
            type.dataFetcher(field, environment -> {
                Ci ci = source(environment, dev.faultline.graph.ci.CiVersion.class).ci();
                return switch (field) {
                    case "name" -> ci.name();
                    case "type" -> ci.type();
                    case "attributes" -> ci.attributes();
                    default -> ci.validFrom();
                };
            });
        }
        return type;
    }

    private static CompletableFuture<List<Relation>> relations(DataFetchingEnvironment environment) {
        String wanted = environment.getArgument("type");
        AsOfKey key = new AsOfKey(source(environment, Ci.class).id(), environment.getLocalContext());
        CompletableFuture<List<Relation>> all = load(environment, Loaders.RELATIONS, key);
        return all.thenApply(relations -> relations.stream().filter(relation -> wanted == null || wanted.equals(relation.type())).toList());
    }

    private TypeRuntimeWiring.Builder callEdge(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("caller", toCi(CallEdge::callerId)).dataFetcher("callee", toCi(CallEdge::calleeId))
                .dataFetcher("calleeInstance", toCi(CallEdge::calleeInstanceId)).dataFetcher("windows", this::windows);
    }

    private CompletableFuture<List<CallWindow>> windows(DataFetchingEnvironment environment) {
        Instant asOf = environment.getLocalContext();
        Instant to = Objects.requireNonNullElse(environment.getArgument("to"), asOf == null ? clock.instant() : asOf);
        Instant from = Objects.requireNonNullElse(environment.getArgument("from"), to.minus(WINDOW_MINUTES_DEFAULT, ChronoUnit.MINUTES));
        long minutes = ChronoUnit.MINUTES.between(from, to);
        if (minutes < 0 || minutes > WINDOW_MINUTES_MAX) {
            throw new IllegalArgumentException(
                    "windows go from " + from + " to " + to + ", expected at most " + WINDOW_MINUTES_MAX + " minutes");
        }
        return load(environment, Loaders.WINDOWS,
                new Loaders.WindowKey(source(environment, CallEdge.class).id(), from.getEpochSecond() / 60, to.getEpochSecond() / 60 + 1));
    }

    private static TypeRuntimeWiring.Builder window(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("minute", environment -> Instant.ofEpochSecond(source(environment, CallWindow.class).minute() * 60))
                .dataFetcher("meanMillis", environment -> finite(source(environment, CallWindow.class).latency().meanMillis()))
                .dataFetcher("p50Millis", environment -> finite(source(environment, CallWindow.class).latency().quantileMillis(0.5)))
                .dataFetcher("p99Millis", environment -> finite(source(environment, CallWindow.class).latency().quantileMillis(0.99)));
    }

    private static TypeRuntimeWiring.Builder deployment(TypeRuntimeWiring.Builder type) {
        return type.defaultDataFetcher(environment -> {
            PlacedDeployment placed = source(environment, PlacedDeployment.class);
            var deployment = placed.deployment();
            return switch (environment.getField().getName()) {
                case "id" -> deployment.id();
                case "service" -> deployment.service();
                case "fromVersion" -> deployment.fromVersion();
                case "toVersion" -> deployment.toVersion();
                case "instances" -> deployment.instances();
                case "hosts" -> deployment.hosts();
                case "startedAt" -> deployment.startedAt();
                case "endedAt" -> deployment.endedAt();
                case "by" -> deployment.by();
                case "outcome" -> deployment.outcome();
                default -> placed.changes();
            };
        });
    }

    private static TypeRuntimeWiring.Builder alert(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("suppressedBy", manyAsOf(Loaders.SUPPRESSED_BY, Alert::key))
                .dataFetcher("ci", toCi((Alert alert) -> alert.subject() == null ? null : alert.subject().owner()))
                .dataFetcher("caller", toCi((Alert alert) -> alert.subject() instanceof Subject.OfCalls calls ? calls.callerId() : null));
    }

    /// The CI that the source names, as of the instant of the question.
    static <S> DataFetcher<@Nullable Object> toCi(Function<S, @Nullable String> id) {
        return environment -> {
            S source = Objects.requireNonNull(environment.getSource());
            String ciId = id.apply(source);
            return ciId == null ? null : load(environment, Loaders.CI, new AsOfKey(ciId, environment.getLocalContext()));
        };
    }

    static <S> DataFetcher<Object> many(String loader, Function<S, String> id) {
        return environment -> {
            S source = Objects.requireNonNull(environment.getSource());
            return load(environment, loader, id.apply(source));
        };
    }

    /// What the source's id leads to, as of the instant of the question.
    static <S> DataFetcher<Object> manyAsOf(String loader, Function<S, String> id) {
        return environment -> {
            S source = Objects.requireNonNull(environment.getSource());
            return load(environment, loader, new AsOfKey(id.apply(source), environment.getLocalContext()));
        };
    }

    static <K, V> CompletableFuture<V> load(DataFetchingEnvironment environment, String loader, K key) {
        return Objects.requireNonNull(environment.<K, V>getDataLoader(loader), loader).load(key);
    }

    static <S> S source(DataFetchingEnvironment environment, Class<S> type) {
        return type.cast(Objects.requireNonNull(environment.getSource()));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
