package dev.faultline.graph.neo4j;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;
import ac.simons.neo4j.migrations.core.MigrationsException;
import org.neo4j.driver.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphException;
import dev.faultline.graph.GraphUnavailableException;

/// Brings the constraints and indexes of the graph up to date.
///
/// A migration holds a lock node while it runs. One that crashed leaves its node behind, which would stop every later start:
/// a lock that stays the same for longer than a limit is taken away.
final class SchemaMigration {
    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);
    private static final String LOCATION = "classpath:faultline/migrations";
    private static final Queries QUERIES = new Queries();
    private static final long LOCK_INTERVAL_MILLIS = 500;

    private SchemaMigration() {}

    static void apply(Driver driver, Duration lockLimit) {
        var config = MigrationsConfig.builder().withLocationsToScan(LOCATION).withAutocrlf(true).build();
        awaitLock(driver, lockLimit);
        try {
            new Migrations(config, driver).apply();
        } catch (MigrationsException e) {
            throw new GraphException("the schema of the graph cannot be brought up to date: " + e.getMessage(), e);
        }
    }

    private static void awaitLock(Driver driver, Duration limit) {
        var held = lock(driver);
        var since = Instant.now();
        while (held.isPresent() && Instant.now().isBefore(since.plus(limit))) {
            pause();
            var now = lock(driver);
            if (!now.equals(held)) {
                since = Instant.now();
            }
            held = now;
        }
        held.ifPresent(id -> {
            log.warn("Migration lock {} did not change for {}: taking it away as left behind by a crash", id, limit);
            removeLock(driver, id);
        });
    }

    private static Optional<String> lock(Driver driver) {
        try (var session = driver.session()) {
            var query = QUERIES.named("server/find-migration-lock");
            return session.executeRead(work -> work.run(query.text()).stream().map(row -> row.get("id").asString()).findFirst());
        }
    }

    private static void removeLock(Driver driver, String id) {
        try (var session = driver.session()) {
            var query = QUERIES.named("server/remove-migration-lock");
            session.executeWriteWithoutResult(work -> work.run(query.text(), Map.of("id", id)).consume());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOCK_INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphUnavailableException("interrupted while another migration of the schema runs", e);
        }
    }
}
