package dev.faultline.api.analyst;

import java.util.List;
import java.util.Map;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.Json;
import dev.faultline.api.http.Rejection;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.graph.analyst.AnalystQueries;

/// Cypher that analysts write themselves, and the library of named queries.
public final class CypherRoutes implements RouteGroup {
    private static final long BODY_BYTES_MAX = 256 * 1024;

    private final AnalystRunner runner;

    public CypherRoutes(AnalystQueries queries) {
        this.runner = new AnalystRunner(queries);
    }

    /// A query as it is sent.
    ///
    /// @param parameters plain values by name
    /// @param rowsMax rows that are wanted; null for the default
    /// @param secondsMax after which it is stopped; null for the default
    record CypherRequest(@Nullable String query, @Nullable Map<String, @Nullable Object> parameters, @Nullable Integer rowsMax,
            @Nullable Integer secondsMax) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.post("/api/v1/cypher", this::run), Route.get("/api/v1/queries", CypherRoutes::list),
                Route.post("/api/v1/queries/{name}", this::runNamed));
    }

    private void run(Context context) {
        CypherRequest request = Json.read(context, BODY_BYTES_MAX, CypherRequest.class);
        String query = request.query();
        if (query == null || query.isBlank()) {
            throw Rejection.badRequest("query is missing, expected Cypher such as MATCH (ci:Ci) RETURN ci LIMIT 10");
        }
        answer(context, query, request.parameters() == null ? Map.of() : request.parameters(), request);
    }

    private static void list(Context context) {
        context.json(Map.of("queries", NamedQueries.all()));
    }

    private void runNamed(Context context) {
        String name = context.pathParam("name");
        NamedQuery query = NamedQueries.named(name)
                .orElseThrow(() -> Rejection.notFound("there is no query '" + name + "', expected one that GET /api/v1/queries lists"));
        CypherRequest request = Json.read(context, BODY_BYTES_MAX, CypherRequest.class);
        if (request.query() != null) {
            throw Rejection.badRequest("query is set, expected parameters alone for a named query");
        }
        answer(context, query.cypher(), query.bind(request.parameters() == null ? Map.of() : request.parameters()), request);
    }

    private void answer(Context context, String cypher, Map<String, @Nullable Object> parameters, CypherRequest request) {
        int rows = within("rowsMax", request.rowsMax(), AnalystRunner.ROWS_DEFAULT, AnalystRunner.ROWS_MAX);
        int seconds = within("secondsMax", request.secondsMax(), AnalystRunner.SECONDS_DEFAULT, AnalystRunner.SECONDS_MAX);
        context.json(runner.run(cypher, parameters, rows, seconds));
    }

    private static int within(String field, @Nullable Integer asked, int defaultValue, int max) {
        int value = asked == null ? defaultValue : asked;
        if (value < 1 || value > max) {
            throw Rejection.badRequest(field + " is " + value + ", expected 1 to " + max);
        }
        return value;
    }
}
