package dev.faultline.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import dev.faultline.api.alert.AlertExpiry;
import dev.faultline.api.alert.AlertRoutes;
import dev.faultline.api.analyst.CypherRoutes;
import dev.faultline.api.call.TraceParts;
import dev.faultline.api.call.TraceRoutes;
import dev.faultline.api.deployment.DeploymentRoutes;
import dev.faultline.api.graphql.GraphiqlRoutes;
import dev.faultline.api.graphql.GraphqlRoutes;
import dev.faultline.api.health.HealthRoutes;
import dev.faultline.api.health.Meters;
import dev.faultline.api.health.ReadyCheck;
import dev.faultline.api.http.HttpLimits;
import dev.faultline.api.http.HttpServer;
import dev.faultline.api.http.Route;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.api.http.Tokens;
import dev.faultline.api.incident.IncidentParts;
import dev.faultline.api.incident.IncidentTimes;
import dev.faultline.api.openapi.OpenApiRoutes;
import dev.faultline.api.reconciliation.HeldRemovals;
import dev.faultline.api.reconciliation.RunRoutes;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.collectors.otlp.TraceIntake;
import dev.faultline.collectors.reconciliation.CollectorSchedule;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.analyst.AnalystQueries;
import dev.faultline.graph.claim.ClaimStore;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.deployment.DeploymentStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.topology.TopologyStore;

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
        Path data = settings.get(Keys.DATA_DIRECTORY);
        Tokens tokens = Tokens.open(data, settings.get(Keys.ADMIN_TOKEN), settings.get(Keys.INGEST_TOKEN),
                settings.get(Keys.METRICS_TOKEN));
        PrometheusMeterRegistry meters = parts.add(Meters.open()).registry();
        GraphConnection graph = GraphParts.open(settings, parts);
        List<RouteGroup> groups = new ArrayList<>(more);
        AlertStore alerts = parts.add(AlertStore.open(graph, alertRules(settings)));
        groups.add(new AlertRoutes(alerts, new AlertQueries(graph), clock, meters));
        parts.add(new AlertExpiry(alerts, new AlertQueries(graph), settings.get(Keys.ALERTS_EXPIRE_AFTER), clock, meters).start());
        DeploymentStore deployments = parts.add(DeploymentStore.open(graph));
        groups.add(new DeploymentRoutes(deployments, new DeploymentQueries(graph), clock));
        groups.add(new GraphqlRoutes(graph, clock));
        groups.add(new GraphiqlRoutes());
        groups.add(new CypherRoutes(new AnalystQueries(graph)));
        EstateParts estate = EstateParts.open(graph, clock);
        TraceIntake traces = TraceParts.open(settings, graph, estate.parties(clock), meters, clock, parts);
        TraceParts.keepUp(settings, graph, estate.unseenInstances(clock), meters, clock, parts);
        groups.add(new TraceRoutes(traces, settings.get(Keys.TRACES_BODY_BYTES_MAX)));
        groups.add(new OpenApiRoutes());
        groups.add(new HealthRoutes(List.of(GraphParts.readyCheck(graph), new ReadyCheck("traces", traces::problem)), meters));
        HostMetrics hostMetrics = new HostMetrics(clock);
        IncidentParts incidents = parts
                .add(IncidentParts.open(graph, new TopologyStore(graph, clock), IncidentTimes.of(settings), hostMetrics, clock, meters));
        incidents.start(alerts, deployments);
        groups.addAll(incidents.routes());
        List<CollectorSchedule> collectors = estate.watchHost(settings.get(Keys.HOST_INTERVAL), clock, hostMetrics, parts).stream()
                .toList();
        for (CollectorSchedule collector : collectors) {
            parts.add(
                    collector.onRun(report -> incidents.topologyWritten()).onRun(HeldRemovals.of(collector, graph, alerts, clock, meters)))
                    .start();
        }
        groups.add(new RunRoutes(new ClaimStore(graph), collectors));
        HttpServer server = parts.add(HttpServer.start(
                new HttpServer.Address(settings.get(Keys.HTTP_HOST), settings.get(Keys.HTTP_PORT), settings.get(Keys.HTTP_ALLOWED_HOSTS),
                        settings.get(Keys.HTTP_PUBLIC_URL)),
                new HttpServer.Security(tokens, settings.get(Keys.SESSION_AGE_MAX), clock), HttpLimits.of(settings), groups, meters));
        return new Faultline(parts, server, tokens, graph);
    }

    private static AlertRules alertRules(Settings settings) {
        return settings.get(Keys.ALERT_RULES).map(file -> AlertRules.load(Path.of(file))).orElseGet(AlertRules::defaults);
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
