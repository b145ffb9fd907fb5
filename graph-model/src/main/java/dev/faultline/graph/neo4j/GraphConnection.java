package dev.faultline.graph.neo4j;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import org.neo4j.driver.Driver;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.faultline.graph.GraphUnavailableException;

/// The connection of Faultline to its graph: what every store runs its queries through.
///
/// Work runs in one transaction, with a time limit, and again when the server asks for it (a deadlock, a lost connection): it
/// must therefore do nothing but run queries, and a write must have the same outcome when it is done twice.
public final class GraphConnection implements AutoCloseable {
    private static final Query ALIVE = new Queries().named("server/show-version");

    private final Driver driver;
    private final GraphWork work;
    private final Neo4jTransactionManager transactions;
    private final Retries retries;
    private final GraphLimits limits;
    private final LongAdder transactionCount = new LongAdder();

    private GraphConnection(Driver driver, GraphLimits limits) {
        this.driver = driver;
        this.work = new GraphWork(Neo4jClient.create(driver), new Queries());
        this.transactions = new Neo4jTransactionManager(driver);
        this.retries = new Retries(limits.retryLimit());
        this.limits = limits;
    }

    /// Opens the connection and brings the schema up to date.
    public static GraphConnection open(Neo4jEndpoint endpoint, GraphLimits limits) {
        var driver = Drivers.open(endpoint);
        try {
            ServerVersion.require(driver, endpoint);
            SchemaMigration.apply(driver, limits.migrationLockLimit());
            return new GraphConnection(driver, limits);
        } catch (RuntimeException e) {
            driver.close();
            throw Failures.translated("Neo4j at " + endpoint.uri() + " cannot be used", e);
        }
    }

    /// Runs queries that the server refuses to let write.
    public <T> T read(Function<GraphWork, T> queries) {
        return run(true, limits.transactionLimit(), queries);
    }

    /// The same for what reads all there is, which takes as long as that is large.
    public <T> T scan(Function<GraphWork, T> queries) {
        return run(true, limits.scanLimit(), queries);
    }

    public <T> T write(Function<GraphWork, T> queries) {
        return run(false, limits.transactionLimit(), queries);
    }

    /// Runs work of a kind that named queries cannot do, such as a query that a person wrote; it is not tried again.
    public <T> T withDriver(String failing, Function<Driver, T> work) {
        try {
            return work.apply(driver);
        } catch (RuntimeException e) {
            throw Failures.translated(failing, e);
        }
    }

    /// Fails with [dev.faultline.graph.GraphUnavailableException] while the server does not answer; it is asked once.
    ///
    /// A server whose database failed still shakes hands, so that only a transaction tells.
    public void verify() {
        withDriver("Neo4j does not answer", open -> {
            try (var session = open.session()) {
                return session.run(ALIVE.text()).consume();
            }
        });
    }

    @Override
    public void close() {
        driver.close();
    }

    /// How many transactions were asked of the graph so far.
    public long transactionCount() {
        return transactionCount.sum();
    }

    /// Spring hides why a commit failed behind the failure of the rollback that it tries then.
    private <T> T once(TransactionTemplate template, Function<GraphWork, T> queries) {
        var committing = new AtomicBoolean();
        try {
            return template.execute(status -> {
                T result = queries.apply(work);
                committing.set(true);
                return result;
            });
        } catch (IllegalStateException e) {
            throw committing.get() ? new GraphUnavailableException("the transaction could not be committed", e) : e;
        }
    }

    private <T> T run(boolean readOnly, Duration timeLimit, Function<GraphWork, T> queries) {
        transactionCount.increment();
        var template = new TransactionTemplate(transactions);
        template.setReadOnly(readOnly);
        template.setTimeout(Math.toIntExact(timeLimit.toSeconds()));
        try {
            return retries.run(() -> once(template, queries));
        } catch (RuntimeException e) {
            throw Failures.translated("the graph could not be " + (readOnly ? "read" : "written"), e);
        }
    }
}
