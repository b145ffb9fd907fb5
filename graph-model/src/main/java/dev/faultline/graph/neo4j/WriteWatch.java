package dev.faultline.graph.neo4j;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/// Sees when a server runs but takes no writes until it is started again, as Neo4j does once its disk was full.
///
/// The state that the server shows of its databases tells most of it; after its disk was full it is believed only once a write was taken.
final class WriteWatch implements AutoCloseable {
    private static final String WRITABLE = "read-write";
    private static final Query STATE = new Queries().named("server/show-database-state");
    private static final Query PROBE = new Queries().named("server/write-probe");
    private static final String DATABASE_ERROR = "Neo.DatabaseError.";

    private final Driver driver;
    private final Path directory;
    private final long pauseNanos;
    private long restartedNanos;
    private boolean doubted;

    /// @param pause how long a restart must be ago before there is reason for another one
    WriteWatch(Neo4jEndpoint endpoint, Path directory, Duration pause) {
        this.driver = Drivers.open(endpoint);
        this.directory = directory;
        this.pauseNanos = pause.toNanos();
        this.restartedNanos = System.nanoTime() - pauseNanos;
    }

    /// Says why the server should be started again now; nothing where it takes writes, or where its disk is still full.
    Optional<String> reasonToRestart() {
        if (!DiskRoom.suffices(directory)) {
            doubted = true;
            return Optional.empty();
        }
        if (System.nanoTime() - restartedNanos < pauseNanos) {
            return Optional.empty();
        }
        Optional<String> shown = shownByServer();
        return shown.isPresent() || !doubted ? shown : shownByWrite();
    }

    private Optional<String> shownByServer() {
        try (var session = driver.session()) {
            return session.run(STATE.text()).stream().filter(WriteWatch::refusesWrites)
                    .map(row -> "database " + row.get("name").asString() + ": " + row.get("message").asString()).findFirst();
        } catch (Neo4jException e) {
            return Optional.of(e).filter(WriteWatch::isBroken).map(Neo4jException::getMessage);
        }
    }

    private Optional<String> shownByWrite() {
        try (var session = driver.session()) {
            session.run(PROBE.text()).consume();
            doubted = false;
            return Optional.empty();
        } catch (Neo4jException e) {
            return e instanceof RetryableException
                    ? Optional.empty()
                    : Optional.of("its disk was full, and now a write fails: " + e.getMessage());
        }
    }

    private static boolean isBroken(Neo4jException failure) {
        return failure.code().startsWith(DATABASE_ERROR);
    }

    /// Remembers that the server was started again for the reason given.
    void restarted() {
        restartedNanos = System.nanoTime();
    }

    private static boolean refusesWrites(Record database) {
        return !database.get("access").asString().equals(WRITABLE) || !database.get("message").asString().isEmpty();
    }

    @Override
    public void close() {
        driver.close();
    }
}
