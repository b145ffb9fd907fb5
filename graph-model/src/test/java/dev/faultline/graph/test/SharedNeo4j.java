package dev.faultline.graph.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.neo4j.Neo4jContainer;

import dev.faultline.graph.neo4j.EmbeddedNeo4j;
import dev.faultline.graph.neo4j.EmbeddedNeo4jSettings;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;
import dev.faultline.graph.neo4j.Neo4jEndpoint;

/// The one Neo4j of a test run: a container, or the process that Faultline itself starts.
final class SharedNeo4j implements AutoCloseable {
    private static final int HEAP_MEGABYTES = 512;
    private static final int PAGE_CACHE_MEGABYTES = 64;

    /// Removes all that tests write and leaves the migrated schema.
    private static final String CLEAR = """
            MATCH (n) WHERE NOT n:__Neo4jMigration AND NOT n:__Neo4jMigrationsLock
            CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS
            """;

    private final Neo4jEndpoint endpoint;
    private final GraphConnection connection;
    private final Driver driver;
    private final Runnable stop;

    private SharedNeo4j(Neo4jEndpoint endpoint, Runnable stop) {
        this.endpoint = endpoint;
        this.stop = stop;
        this.connection = GraphConnection.open(endpoint, GraphLimits.DEFAULT);
        this.driver = GraphDatabase.driver(endpoint.uri(), AuthTokens.basic(endpoint.user(), endpoint.password()));
    }

    static SharedNeo4j start() {
        return hasContainerEngine() ? startContainer() : startProcess();
    }

    Neo4jEndpoint endpoint() {
        return endpoint;
    }

    GraphConnection connection() {
        return connection;
    }

    void clear() {
        try (var session = driver.session()) {
            session.run(CLEAR).consume();
        }
    }

    @Override
    public void close() {
        connection.close();
        driver.close();
        stop.run();
    }

    private static boolean hasContainerEngine() {
        return !"false".equals(System.getProperty("faultline.test.container")) && DockerClientFactory.instance().isDockerAvailable();
    }

    private static SharedNeo4j startContainer() {
        var container = new Neo4jContainer("neo4j:2026.08.1");
        container.start();
        return new SharedNeo4j(new Neo4jEndpoint(URI.create(container.getBoltUrl()), "neo4j", container.getAdminPassword()),
                container::stop);
    }

    private static SharedNeo4j startProcess() {
        try {
            var directory = Files.createTempDirectory("faultline-neo4j");
            var server = EmbeddedNeo4j.start(EmbeddedNeo4jSettings.in(directory).withMemory(HEAP_MEGABYTES, PAGE_CACHE_MEGABYTES));
            return new SharedNeo4j(server.endpoint(), () -> {
                server.close();
                delete(directory);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
