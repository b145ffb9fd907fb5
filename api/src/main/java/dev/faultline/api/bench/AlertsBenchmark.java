package dev.faultline.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.neo4j.driver.Driver;

import dev.faultline.api.Parts;
import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.alert.AlertRoutes;
import dev.faultline.api.health.Meters;
import dev.faultline.api.http.HttpLimits;
import dev.faultline.api.http.HttpServer;
import dev.faultline.api.http.Tokens;
import dev.faultline.api.settings.Settings;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.neo4j.EmbeddedNeo4j;
import dev.faultline.graph.neo4j.EmbeddedNeo4jSettings;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;
import dev.faultline.graph.neo4j.Neo4jEndpoint;
import dev.faultline.graph.neo4j.Queries;
import dev.faultline.graph.suppression.SuppressionStore;

/// Alerts made durable in a second, over HTTP through the webhook, with a Neo4j and a server of its own.
///
/// Distinct alerts are measured against the plain driver, which writes the very same rows in batches; repeats say the same of
/// few alerts again and again. Run with `faultline bench alerts`.
public final class AlertsBenchmark implements Benchmark {
    private static final int SERVICES = 500;
    private static final int WARM_UP = 40_000;
    private static final int WARM_UP_RAW = 20_000;
    private static final int DISTINCT = 40_000;
    private static final int REPEATED = 1_000;
    private static final int WARM_UP_REPEATS = 200_000;
    private static final int REPEATS = 300_000;
    private static final int ALERTS_A_BODY = 100;
    private static final int RAW_BATCH = 5_000;
    private static final double NANOS_A_SECOND = 1e9;

    private final Queries queries = new Queries();

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public String purpose() {
        return "alerts made durable, distinct and repeated, beside the plain driver writing the same rows";
    }

    @Override
    public void run(Settings settings, Figures figures) {
        Path directory = temporaryDirectory();
        try (Parts parts = new Parts()) {
            Neo4jEndpoint endpoint = parts.add(EmbeddedNeo4j.start(EmbeddedNeo4jSettings.in(directory.resolve("neo4j")))).endpoint();
            GraphConnection graph = parts.add(GraphConnection.open(endpoint, GraphLimits.DEFAULT));
            AlertPour pour = parts.add(pour(settings, directory, graph, parts));
            graph.withDriver("the alerts could not be measured", driver -> {
                write(driver, "bench/create-services",
                        Map.of("names", IntStream.range(0, SERVICES).mapToObj(AlertBodies::service).toList()));
                measure(driver, pour, figures);
                return driver;
            });
        } finally {
            delete(directory);
        }
    }

    private void measure(Driver driver, AlertPour pour, Figures figures) {
        pour.send(AlertBodies.distinct("cold", WARM_UP / 10, ALERTS_A_BODY / 10));
        pour.send(AlertBodies.distinct("warm", WARM_UP, ALERTS_A_BODY));
        deleteAlerts(driver);
        double distinct = perSecond(DISTINCT, pour.nanosToSend(AlertBodies.distinct("f", DISTINCT, ALERTS_A_BODY)));
        figures.print("alerts.distinct", distinct, "alerts/s");
        double raw = raw(driver);
        figures.print("alerts.distinct.raw-driver", raw, "alerts/s");
        figures.print("alerts.distinct.ratio", distinct / raw, "of-raw-driver");
        List<byte[]> bodies = AlertBodies.distinct("r", REPEATED, ALERTS_A_BODY);
        pour.send(repeated(bodies, WARM_UP_REPEATS));
        figures.print("alerts.repeats", perSecond(REPEATS, pour.nanosToSend(repeated(bodies, REPEATS))), "alerts/s");
    }

    private static List<byte[]> repeated(List<byte[]> bodies, int alerts) {
        return IntStream.range(0, alerts / REPEATED).boxed().flatMap(round -> bodies.stream()).toList();
    }

    private double raw(Driver driver) {
        var rows = new ArrayList<Map<String, Object>>();
        try (var session = driver.session()) {
            session.run(text("bench/list-alert-rows")).forEachRemaining(row -> rows.add(row.asMap()));
        }
        if (rows.size() != DISTINCT) {
            throw new IllegalStateException(rows.size() + " alerts are stored, expected the " + DISTINCT + " that were answered with 200");
        }
        deleteAlerts(driver);
        writeInBatches(driver, rows.subList(0, WARM_UP_RAW));
        deleteAlerts(driver);
        long start = System.nanoTime();
        writeInBatches(driver, rows);
        return perSecond(rows.size(), System.nanoTime() - start);
    }

    private void writeInBatches(Driver driver, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += RAW_BATCH) {
            write(driver, "bench/write-alert-rows", Map.of("rows", rows.subList(from, Math.min(rows.size(), from + RAW_BATCH))));
        }
    }

    private static AlertPour pour(Settings settings, Path directory, GraphConnection graph, Parts parts) {
        var meters = parts.add(Meters.open());
        AlertStore store = parts.add(AlertStore.open(graph, AlertRules.defaults()));
        Tokens tokens = Tokens.open(directory, Optional.empty(), Optional.empty(), Optional.empty());
        HttpServer server = parts.add(HttpServer.start(new HttpServer.Address("127.0.0.1", 0, List.of(), Optional.empty()),
                new HttpServer.Security(tokens, Duration.ofHours(1), Clock.systemUTC()), HttpLimits.of(settings),
                List.of(routes(store, graph, meters)), meters.registry()));
        return new AlertPour(server.port(), tokens.ingest());
    }

    private static AlertRoutes routes(AlertStore store, GraphConnection graph, Meters meters) {
        return new AlertRoutes(new AlertIntake(store, Clock.systemUTC(), meters.registry()),
                AlertMappings.defaults().ofHttp("alertmanager").orElseThrow(), new AlertQueries(graph), new SuppressionStore(graph));
    }

    private void deleteAlerts(Driver driver) {
        try (var session = driver.session()) {
            session.run(text("bench/delete-alerts")).consume();
        }
    }

    private void write(Driver driver, String query, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            session.executeWriteWithoutResult(work -> work.run(text(query), parameters).consume());
        }
    }

    private String text(String query) {
        return queries.named(query).text();
    }

    private static double perSecond(int count, long nanos) {
        return count * NANOS_A_SECOND / nanos;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("faultline-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
