package dev.faultline.api.incident;

import java.util.Set;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.QueryParameters;
import dev.faultline.graph.incident.IncidentFilter;
import dev.faultline.graph.incident.IncidentState;

/// What a request for incidents asks for in its query string.
record IncidentQuery(IncidentFilter filter, @Nullable String after, int limit) {
    private static final int LIMIT = 50;
    private static final int LIMIT_MAX = 200;

    static IncidentQuery of(Context context) {
        QueryParameters parameters = QueryParameters.of(context, Set.of("state", "from", "to", "ciId", "after", "limit"));
        IncidentFilter filter = new IncidentFilter(parameters.choice("state", IncidentState.class), parameters.time("from"),
                parameters.time("to"), parameters.text("ciId"));
        return new IncidentQuery(filter, parameters.text("after"), parameters.number("limit", LIMIT, 1, LIMIT_MAX));
    }

    /// What a request for the rankings of an incident asks for.
    ///
    /// @param after only versions below this one
    record RankingsQuery(int after, int limit) {
        private static final int LIMIT = 20;
        private static final int LIMIT_MAX = 100;

        static RankingsQuery of(Context context) {
            QueryParameters parameters = QueryParameters.of(context, Set.of("after", "limit"));
            return new RankingsQuery(parameters.number("after", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
                    parameters.number("limit", LIMIT, 1, LIMIT_MAX));
        }
    }
}
