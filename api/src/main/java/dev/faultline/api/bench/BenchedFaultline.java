package dev.faultline.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.faultline.api.ApiException;
import dev.faultline.api.Faultline;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeFilter;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.neo4j.EmbeddedNeo4j;
import dev.faultline.graph.neo4j.EmbeddedNeo4jSettings;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;

/// A whole Faultline with a Neo4j of its own in a directory that is removed afterwards.
final class BenchedFaultline implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final Faultline faultline;
    private final CallEdgeStore calls;
    private final Path directory;

    private BenchedFaultline(Faultline faultline, Path directory) {
        this.faultline = faultline;
        this.directory = directory;
        this.calls = new CallEdgeStore(faultline.graph());
    }

    static BenchedFaultline start(Settings settings) {
        return start(settings, directory -> {});
    }

    /// Starts on a graph that was written before, when nobody else looked at it.
    static BenchedFaultline startOn(Settings settings, Consumer<GraphConnection> writer) {
        return start(settings, directory -> {
            try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.start(EmbeddedNeo4jSettings.in(directory.resolve("neo4j")));
                    GraphConnection graph = GraphConnection.open(neo4j.endpoint(), GraphLimits.DEFAULT)) {
                writer.accept(graph);
            }
        });
    }

    private static BenchedFaultline start(Settings settings, Consumer<Path> preparation) {
        try {
            Path directory = Files.createTempDirectory("faultline-bench");
            preparation.accept(directory);
            Settings own = settings.with(Keys.DATA_DIRECTORY, directory.toString()).with(Keys.HTTP_PORT, "0").with(Keys.NEO4J_URI, "")
                    .with(Keys.NEO4J_PORT, "0");
            return new BenchedFaultline(Faultline.start(own, Clock.systemUTC()), directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark has no place for its data", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + faultline.port();
    }

    String token() {
        return faultline.tokens().admin();
    }

    int port() {
        return faultline.port();
    }

    GraphConnection graph() {
        return faultline.graph();
    }

    /// How many calls all stored windows count.
    double storedCalls() {
        List<CallEdge> edges = new ArrayList<>();
        String after = "";
        for (List<CallEdge> page = calls.page(CallEdgeFilter.ALL, after, CallEdgeStore.PAGE_MAX); !page.isEmpty(); page = calls
                .page(CallEdgeFilter.ALL, after, CallEdgeStore.PAGE_MAX)) {
            edges.addAll(page);
            after = page.getLast().id();
        }
        return calls.windows(edges.stream().map(CallEdge::id).toList(), 0, Long.MAX_VALUE).stream().mapToDouble(CallWindow::calls).sum();
    }

    void awaitStoredCalls(double expected, long patienceMillis) {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        double stored = storedCalls();
        while (stored < expected && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ApiException("the benchmark was interrupted", e);
            }
            stored = storedCalls();
        }
        if (stored != expected) {
            throw new ApiException("the graph counts " + stored + " calls, expected " + expected);
        }
    }

    @Override
    public void close() {
        faultline.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what the benchmark wrote in " + directory + " cannot be removed", e);
        }
    }
}
