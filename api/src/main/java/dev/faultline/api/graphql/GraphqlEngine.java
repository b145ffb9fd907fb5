package dev.faultline.api.graphql;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import graphql.ErrorClassification;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphUnavailableException;

/// Answers GraphQL from the stores, within limits on depth and cost.
final class GraphqlEngine {
    static final int DEPTH_MAX = 16;
    static final int COST_MAX = 200_000;
    /// What a list without an argument `first` counts for.
    private static final int LIST_COST = 10;
    /// What a field counts for whose value is computed from many reads.
    private static final int COSTLY_COST = 10_000;
    private static final String SCHEMA = "/faultline/graphql/schema.graphqls";
    private static final Logger LOG = LoggerFactory.getLogger(GraphqlEngine.class);

    private final GraphReaders readers;
    private final Clock clock;
    private final GraphQL graphql;

    GraphqlEngine(GraphReaders readers, Clock clock) {
        this.readers = readers;
        this.clock = clock;
        this.graphql = GraphQL.newGraphQL(schema(readers, clock))
                .queryExecutionStrategy(new AsyncExecutionStrategy(failed -> CompletableFuture.completedFuture(told(failed))))
                .instrumentation(new ChainedInstrumentation(List.of(new MaxQueryDepthInstrumentation(DEPTH_MAX),
                        new MaxQueryComplexityInstrumentation(COST_MAX, GraphqlEngine::cost))))
                .build();
    }

    /// How an error is classified, in its extensions.
    enum Kind implements ErrorClassification {
        BAD_REQUEST, UNAVAILABLE, INTERNAL
    }

    ExecutionResult run(String query, @Nullable String operation, Map<String, @Nullable Object> variables) {
        return graphql.execute(ExecutionInput.newExecutionInput(query).operationName(operation).variables(variables)
                .dataLoaderRegistry(Loaders.registry(readers, clock)).build());
    }

    private static GraphQLSchema schema(GraphReaders readers, Clock clock) {
        SuppressionFetchers suppressions = new SuppressionFetchers(readers, clock);
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().scalar(InstantScalar.TYPE).scalar(JsonScalar.TYPE)
                .type("Query", query -> suppressions.wire(new QueryFetchers(readers).wire(query)))
                .type("CiType", type -> type.dataFetcher("attributes",
                        environment -> List.copyOf(CiFetchers.source(environment, dev.faultline.graph.type.CiType.class).attributes())));
        new CiFetchers(readers, clock).wire(wiring);
        new IncidentFetchers(readers).wire(wiring);
        suppressions.wire(wiring);
        try (var in = new InputStreamReader(Objects.requireNonNull(GraphqlEngine.class.getResourceAsStream(SCHEMA), SCHEMA),
                StandardCharsets.UTF_8)) {
            return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(in), wiring.build());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int cost(FieldComplexityEnvironment field, int below) {
        if (field.getParentType().getName().startsWith("__") || field.getField().getName().startsWith("__")) {
            return 0;
        }
        if (IncidentFetchers.COSTLY.contains(field.getField().getName())) {
            return COSTLY_COST + below;
        }
        Object first = field.getArguments().get("first");
        boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType()));
        long rows = first instanceof Number number ? Math.max(1, number.longValue()) : (list && !paged(field) ? LIST_COST : 1);
        return (int) Math.min(Integer.MAX_VALUE / 4, 1 + rows * below);
    }

    /// The nodes of a connection are as many as its `first` says, which is counted there.
    private static boolean paged(FieldComplexityEnvironment field) {
        return field.getParentType().getName().endsWith("Connection");
    }

    private static DataFetcherExceptionHandlerResult told(DataFetcherExceptionHandlerParameters failed) {
        Throwable cause = failed.getException() instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failed.getException();
        Kind kind = switch (cause) {
            case GraphUnavailableException away -> Kind.UNAVAILABLE;
            case IllegalArgumentException wrong -> Kind.BAD_REQUEST;
            default -> Kind.INTERNAL;
        };
        if (kind == Kind.INTERNAL) {
            LOG.error("GraphQL field {} failed", failed.getPath(), cause);
        }
        String sentence = switch (kind) {
            case UNAVAILABLE -> "the graph does not answer for now; the same request may succeed later";
            case BAD_REQUEST -> String.valueOf(cause.getMessage());
            case INTERNAL -> "Faultline failed to answer this field; its log has the cause";
        };
        return DataFetcherExceptionHandlerResult.newResult().error(GraphqlErrorBuilder.newError().message("%s", sentence)
                .location(failed.getSourceLocation()).path(failed.getPath()).errorType(kind).build()).build();
    }
}
