package dev.faultline.api.graphql;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

import graphql.ExecutionResult;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.Json;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.graph.neo4j.GraphConnection;

/// GraphQL over HTTP.
public final class GraphqlRoutes implements RouteGroup {
    private static final long BODY_BYTES_MAX = 256 * 1024;
    private static final int AT_A_TIME_MAX = 16;
    private static final int RETRY_SECONDS = 2;

    private final GraphqlEngine engine;
    private final Semaphore free = new Semaphore(AT_A_TIME_MAX);

    public GraphqlRoutes(GraphConnection graph, Clock clock) {
        this(GraphReaders.of(graph, clock), clock);
    }

    GraphqlRoutes(GraphReaders readers, Clock clock) {
        this.engine = new GraphqlEngine(readers, clock);
    }

    /// A request as GraphQL over HTTP sends it.
    record GraphqlRequest(@Nullable String query, @Nullable String operationName, @Nullable Map<String, @Nullable Object> variables,
            @Nullable Map<String, @Nullable Object> extensions) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/graphql", this::run));
    }

    private void run(Context context) {
        GraphqlRequest request = Json.read(context, BODY_BYTES_MAX, GraphqlRequest.class);
        String query = request.query();
        if (query == null || query.isBlank()) {
            throw Rejection.badRequest("query is missing, expected GraphQL such as { cis(first: 10) { nodes { id name } } }");
        }
        if (!free.tryAcquire()) {
            throw Rejection.tooMany("more than " + AT_A_TIME_MAX + " GraphQL requests run at a time, expected a retry", RETRY_SECONDS);
        }
        try {
            answer(context, engine.run(query, request.operationName(), request.variables() == null ? Map.of() : request.variables()));
        } finally {
            free.release();
        }
    }

    private static void answer(Context context, ExecutionResult result) {
        if (result.getErrors().stream().anyMatch(error -> error.getErrorType() == GraphqlEngine.Kind.UNAVAILABLE)) {
            throw Rejection.unavailable("the graph does not answer for now; the same request may succeed later", RETRY_SECONDS);
        }
        context.status(result.isDataPresent() || result.getErrors().isEmpty() ? 200 : 400).json(result.toSpecification());
    }
}
