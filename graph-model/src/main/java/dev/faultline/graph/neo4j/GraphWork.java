package dev.faultline.graph.neo4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;

import dev.faultline.graph.GraphException;

/// Named queries run within one transaction.
public final class GraphWork {
    private final Neo4jClient client;
    private final Queries queries;

    GraphWork(Neo4jClient client, Queries queries) {
        this.client = client;
        this.queries = queries;
    }

    /// Returns one value a row, in the order of the rows.
    public <T> List<T> list(String query, Map<String, ?> parameters, Function<Record, T> row) {
        var rows = new ArrayList<T>();
        bound(query, parameters).fetchAs(Boolean.class).mappedBy((types, values) -> rows.add(row.apply(values))).all();
        return Collections.unmodifiableList(rows);
    }

    /// Returns the value of the only row, or nothing where there is none; a second row is an error.
    public <T> Optional<T> one(String query, Map<String, ?> parameters, Function<Record, T> row) {
        var rows = list(query, parameters, row);
        if (rows.size() > 1) {
            throw new GraphException("query " + query + " gave " + rows.size() + " rows, expected one at most");
        }
        return rows.stream().findFirst();
    }

    /// Runs a query whose rows do not matter.
    public void run(String query, Map<String, ?> parameters) {
        bound(query, parameters).run();
    }

    private Neo4jClient.RunnableSpec bound(String query, Map<String, ?> parameters) {
        return client.query(queries.named(query).text()).bindAll(Collections.unmodifiableMap(parameters));
    }
}
