package dev.faultline.api;

import java.time.Clock;
import java.util.List;

import dev.faultline.api.http.HttpServer;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.api.http.Tokens;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.graph.neo4j.GraphConnection;

/// A running Faultline: opens all parts in order, and closes them in reverse.
public final class Faultline implements AutoCloseable {
    private final Parts parts;
    private final HttpServer server;
    private final Tokens tokens;
    private final GraphConnection graph;

    private Faultline(Parts parts, HttpServer server, Tokens tokens, GraphConnection graph) {
        this.parts = parts;
        this.server = server;
        this.tokens = tokens;
        this.graph = graph;
    }

    /// Opens everything that the settings ask for; what was opened is closed again where a later part fails.
    ///
    /// @throws RuntimeException with one sentence on what cannot be opened
    public static Faultline start(Settings settings, Clock clock) {
        return start(settings, clock, new Parts());
    }

    /// The same, with the parts at hand of one who may close them while they are still being opened.
    public static Faultline start(Settings settings, Clock clock, Parts parts) {
        return start(settings, clock, parts, List.of());
    }

    /// The same, with more routes than its own.
    public static Faultline start(Settings settings, Clock clock, Parts parts, List<RouteGroup> more) {
        try {
            return open(settings, clock, parts, more);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Faultline open(Settings settings, Clock clock, Parts parts, List<RouteGroup> more) {
        Tokens tokens = Tokens.open(settings.get(Keys.DATA_DIRECTORY), settings.get(Keys.ADMIN_TOKEN), settings.get(Keys.INGEST_TOKEN),
                settings.get(Keys.METRICS_TOKEN));
        GraphConnection graph = GraphParts.open(settings, parts);
        HttpServer server = new Assembly(settings, clock, parts, graph, more).open(tokens);
        return new Faultline(parts, server, tokens, graph);
    }

    /// The port that it listens on.
    public int port() {
        return server.port();
    }

    /// Everything that it answers over HTTP.
    public List<Route> routes() {
        return server.routes();
    }

    /// The tokens that open its routes.
    public Tokens tokens() {
        return tokens;
    }

    /// The graph that it writes to.
    public GraphConnection graph() {
        return graph;
    }

    /// Stops accepting, lets what runs end, writes what is held back, and closes all parts.
    @Override
    public void close() {
        parts.close();
    }
}
