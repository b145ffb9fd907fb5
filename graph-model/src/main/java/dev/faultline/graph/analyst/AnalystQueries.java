package dev.faultline.graph.analyst;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

import dev.faultline.graph.analyst.AnalystQueryException.Reason;
import dev.faultline.graph.neo4j.GraphConnection;

/// Runs Cypher that people write themselves, in a transaction that the server refuses to let write.
///
/// The plan is looked at before the query runs; see [PlanCheck].
public final class AnalystQueries {
    private static final long FETCH_ROWS = 200;
    private static final String TIMED_OUT = "TransactionTimedOut";
    private static final String TERMINATED = "Terminated";
    private static final String MEMORY = "MemoryPoolOutOfMemoryError";
    private static final String WRITE_IN_READ = "AccessMode";

    private final GraphConnection graph;

    public AnalystQueries(GraphConnection graph) {
        this.graph = graph;
    }

    /// Runs one query.
    ///
    /// @param parameters plain values by name
    /// @throws AnalystQueryException where the query is wrong, does more than read, or takes more than the limits
    public AnalystAnswer run(String cypher, Map<String, @Nullable Object> parameters, AnalystLimits limits) {
        return graph.withDriver("the query could not be run", driver -> run(driver, cypher, parameters, limits));
    }

    private static AnalystAnswer run(Driver driver, String cypher, Map<String, @Nullable Object> parameters, AnalystLimits limits) {
        SessionConfig reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).withFetchSize(FETCH_ROWS).build();
        TransactionConfig timed = TransactionConfig.builder().withTimeout(limits.timeMax()).build();
        try (Session session = driver.session(reading)) {
            try (Transaction plan = session.beginTransaction(timed)) {
                PlanCheck.check(plan.run("EXPLAIN " + cypher, parameters).consume());
            }
            try (Transaction query = session.beginTransaction(timed)) {
                return answer(query.run(cypher, parameters), limits);
            }
        } catch (Neo4jException e) {
            throw translated(e, limits);
        }
    }

    private static AnalystAnswer answer(Result result, AnalystLimits limits) {
        PlainValues plain = new PlainValues(limits);
        List<String> columns = result.keys();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.hasNext()) {
            if (rows.size() == limits.rowsMax()) {
                return new AnalystAnswer(columns, rows, "there are more than " + limits.rowsMax() + " rows", List.of());
            }
            try {
                rows.add(row(result.next(), plain));
            } catch (PlainValues.Full e) {
                return new AnalystAnswer(columns, rows, "the rows hold " + e.getMessage(), List.of());
            }
        }
        List<String> notes = result.consume().gqlStatusObjects().stream().filter(status -> status.gqlStatus().startsWith("01"))
                .map(status -> status.statusDescription()).distinct().toList();
        return new AnalystAnswer(columns, rows, null, notes);
    }

    private static List<@Nullable Object> row(Record row, PlainValues plain) {
        List<@Nullable Object> values = new ArrayList<>();
        for (var value : row.values()) {
            values.add(plain.plain(value.asObject()));
        }
        return values;
    }

    private static RuntimeException translated(Neo4jException e, AnalystLimits limits) {
        String code = String.valueOf(e.code());
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse(code);
        if (code.contains(TIMED_OUT) || code.contains(TERMINATED)) {
            return new AnalystQueryException(Reason.TOOK_TOO_LONG, "the query took longer than " + limits.timeMax().toSeconds()
                    + " s and was stopped, expected one that walks less of the graph", e);
        }
        if (code.contains(MEMORY)) {
            return new AnalystQueryException(Reason.TOOK_TOO_MUCH,
                    "the query needs more memory than the server gives to one, expected a smaller one",
                    e);
        }
        if (code.contains(WRITE_IN_READ)) {
            return new AnalystQueryException(Reason.REFUSED, "the query writes, expected one that only reads", e);
        }
        return code.startsWith("Neo.ClientError") && !code.contains("Security")
                ? new AnalystQueryException(Reason.INVALID, "the query is not valid: " + said, e)
                : e;
    }
}
