package dev.faultline.api;

import java.net.URI;
import java.util.Optional;

import dev.faultline.api.health.ReadyCheck;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.graph.GraphException;
import dev.faultline.graph.neo4j.EmbeddedNeo4j;
import dev.faultline.graph.neo4j.EmbeddedNeo4jSettings;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;
import dev.faultline.graph.neo4j.Neo4jEndpoint;

/// Opens the graph: the Neo4j that the settings name, or else one of our own.
final class GraphParts {
    private static final String DIRECTORY = "neo4j";

    private GraphParts() {}

    static GraphConnection open(Settings settings, Parts parts) {
        Neo4jEndpoint endpoint = settings.get(Keys.NEO4J_URI).map(uri -> named(uri, settings)).orElseGet(() -> embedded(settings, parts));
        return parts.add(GraphConnection.open(endpoint, GraphLimits.DEFAULT));
    }

    /// Looks whether the graph answers.
    static ReadyCheck readyCheck(GraphConnection graph) {
        return new ReadyCheck("neo4j", () -> {
            try {
                graph.verify();
                return Optional.empty();
            } catch (GraphException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        });
    }

    private static Neo4jEndpoint named(String uri, Settings settings) {
        try {
            return new Neo4jEndpoint(URI.create(uri), settings.get(Keys.NEO4J_USER), settings.get(Keys.NEO4J_PASSWORD).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new ApiException("neo4j.uri is '" + uri + "', expected something like neo4j://host:7687", e);
        }
    }

    private static Neo4jEndpoint embedded(Settings settings, Parts parts) {
        EmbeddedNeo4jSettings server = EmbeddedNeo4jSettings.in(settings.get(Keys.DATA_DIRECTORY).resolve(DIRECTORY))
                .withPort(settings.get(Keys.NEO4J_PORT))
                .withMemory(settings.get(Keys.NEO4J_HEAP_MEGABYTES), settings.get(Keys.NEO4J_PAGE_CACHE_MEGABYTES));
        return parts.add(EmbeddedNeo4j.start(server)).endpoint();
    }
}
