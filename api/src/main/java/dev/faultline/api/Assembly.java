package dev.faultline.api;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import dev.faultline.api.alert.AlertExpiry;
import dev.faultline.api.alert.AlertIntake;
import dev.faultline.api.alert.AlertRoutes;
import dev.faultline.api.analyst.CypherRoutes;
import dev.faultline.api.call.TraceParts;
import dev.faultline.api.deployment.DeploymentRoutes;
import dev.faultline.api.explanation.ExplanationRoute;
import dev.faultline.api.explanation.InputRetirement;
import dev.faultline.api.feedback.FeedbackRoutes;
import dev.faultline.api.graphql.GraphiqlRoutes;
import dev.faultline.api.graphql.GraphqlRoutes;
import dev.faultline.api.health.HealthRoutes;
import dev.faultline.api.health.Meters;
import dev.faultline.api.health.ReadyCheck;
import dev.faultline.api.http.HttpLimits;
import dev.faultline.api.http.HttpServer;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.api.http.Tokens;
import dev.faultline.api.incident.IncidentParts;
import dev.faultline.api.incident.IncidentTimes;
import dev.faultline.api.log.LogParts;
import dev.faultline.api.metric.MetricParts;
import dev.faultline.api.openapi.OpenApiRoutes;
import dev.faultline.api.otlp.OtlpRoute;
import dev.faultline.api.otlp.OtlpSignal;
import dev.faultline.api.outgoing.AlertmanagerPublisher;
import dev.faultline.api.outgoing.IncidentLink;
import dev.faultline.api.outgoing.OutgoingEvents;
import dev.faultline.api.outgoing.WebhookSender;
import dev.faultline.api.ranking.LogSource;
import dev.faultline.api.ranking.MetricSource;
import dev.faultline.api.reconciliation.HeldRemovals;
import dev.faultline.api.reconciliation.RunRoutes;
import dev.faultline.api.review.ReviewReader;
import dev.faultline.api.review.ReviewRoute;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.api.webhook.PagerDutyRoute;
import dev.faultline.api.webhook.Senders;
import dev.faultline.api.webhook.WebhookRoutes;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.collectors.mapping.AlertMappings;
import dev.faultline.collectors.otlp.LogIntake;
import dev.faultline.collectors.otlp.TraceIntake;
import dev.faultline.collectors.reconciliation.CollectorSchedule;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.analyst.AnalystQueries;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.deployment.DeploymentStore;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.outbox.OutboxStore;
import dev.faultline.graph.suppression.SuppressionStore;
import dev.faultline.graph.topology.TopologyStore;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.rules.RulesReader;

/// Puts the parts of Faultline together over an opened graph, in the order in which they need each other, and gathers their routes.
final class Assembly {
    private final Settings settings;
    private final Clock clock;
    private final Parts parts;
    private final PrometheusMeterRegistry meters;
    private final GraphConnection graph;
    private final List<RouteGroup> groups;
    private final List<ReadyCheck> checks = new ArrayList<>();

    /// @param more routes beside its own
    Assembly(Settings settings, Clock clock, Parts parts, GraphConnection graph, List<RouteGroup> more) {
        this.settings = settings;
        this.clock = clock;
        this.parts = parts;
        this.graph = graph;
        this.meters = parts.add(Meters.open()).registry();
        this.groups = new ArrayList<>(more);
    }

    /// Opens all parts, and then lets requests in.
    HttpServer open(Tokens tokens) {
        checks.add(GraphParts.readyCheck(graph));
        AlertMappings mappings = settings.get(Keys.ALERTS_MAPPINGS).map(file -> AlertMappings.load(Path.of(file)))
                .orElseGet(AlertMappings::defaults);
        AlertStore alerts = alerts(mappings);
        alertSources(alerts, mappings, tokens);
        DeploymentStore deployments = deployments();
        questions();
        EstateParts estate = EstateParts.open(graph, clock);
        traces(estate);
        logs(estate);
        HostMetrics hostMetrics = new HostMetrics(clock);
        MetricSource metrics = hostMetrics.and(MetricParts.open(settings, graph, estate.metricParties(clock), meters, clock, parts));
        LogSource counted = MetricParts.openLoki(settings, graph, estate.metricParties(clock), meters, clock, parts);
        IncidentParts incidents = incidents(alerts, deployments, metrics, counted);
        reviews();
        collectors(estate, incidents, alerts, hostMetrics);
        groups.add(new HealthRoutes(List.copyOf(checks), meters));
        return server(tokens);
    }

    private AlertStore alerts(AlertMappings mappings) {
        AlertRules rules = settings.get(Keys.ALERT_RULES).map(file -> AlertRules.load(Path.of(file))).orElseGet(AlertRules::defaults);
        AlertStore alerts = parts.add(AlertStore.open(graph, rules));
        var times = new AlertExpiry.Times(settings.get(Keys.ALERTS_EXPIRE_AFTER), mappings.lasting());
        parts.add(new AlertExpiry(alerts, new AlertQueries(graph), times, clock, meters).start());
        return alerts;
    }

    private void alertSources(AlertStore alerts, AlertMappings mappings, Tokens tokens) {
        Senders senders = Senders.of(mappings, tokens, System.getenv(), clock, meters);
        AlertIntake intake = new AlertIntake(alerts, clock, meters);
        groups.add(new AlertRoutes(intake, mappings.ofHttp("alertmanager").orElseThrow(), new AlertQueries(graph),
                new SuppressionStore(graph)));
        groups.add(new WebhookRoutes(mappings, senders, intake));
        groups.add(new PagerDutyRoute(mappings, senders, intake));
        MessageParts.listen(settings, mappings, intake, meters, parts);
    }

    private DeploymentStore deployments() {
        DeploymentStore deployments = parts.add(DeploymentStore.open(graph));
        groups.add(new DeploymentRoutes(deployments, new DeploymentQueries(graph), clock));
        return deployments;
    }

    private void questions() {
        groups.add(new GraphqlRoutes(graph, clock));
        groups.add(new GraphiqlRoutes());
        groups.add(new CypherRoutes(new AnalystQueries(graph)));
        groups.add(new OpenApiRoutes());
    }

    private void traces(EstateParts estate) {
        TraceIntake traces = TraceParts.open(settings, graph, estate.parties(clock), meters, clock, parts);
        TraceParts.keepUp(settings, graph, estate.unseenParties(clock), meters, clock, parts);
        groups.add(new OtlpRoute(OtlpSignal.TRACES, traces, settings.get(Keys.TRACES_BODY_BYTES_MAX)));
        checks.add(new ReadyCheck("traces", traces::problem));
    }

    private void logs(EstateParts estate) {
        LogIntake logs = LogParts.open(settings, graph, estate.logParties(clock), meters, clock, parts);
        LogParts.keepUp(settings, graph, estate.unseenParties(clock), meters, clock, parts);
        groups.add(new OtlpRoute(OtlpSignal.LOGS, logs, settings.get(Keys.LOGS_BODY_BYTES_MAX)));
        checks.add(new ReadyCheck("logs", logs::problem));
    }

    private IncidentParts incidents(AlertStore alerts, DeploymentStore deployments, MetricSource metrics, LogSource logs) {
        IncidentParts incidents = parts
                .add(IncidentParts.open(graph, new TopologyStore(graph, clock), IncidentTimes.of(settings), metrics, logs, rules(),
                        outgoing(),
                        clock,
                        meters));
        incidents.start(alerts, deployments);
        groups.addAll(incidents.routes());
        checks.add(new ReadyCheck("incidents", incidents::problem));
        return incidents;
    }

    private Rules rules() {
        return settings.get(Keys.RANKING_RULES).map(file -> RulesReader.read(Path.of(file))).orElseGet(RulesReader::defaults);
    }

    /// Sends to those that the settings name; who is not named is told nothing.
    private OutgoingEvents outgoing() {
        IncidentLink link = IncidentLink.of(settings);
        settings.get(Keys.OUTGOING_ALERTMANAGER_URL)
                .ifPresent(url -> parts.add(new AlertmanagerPublisher(graph, url, link, clock, meters)).start());
        return settings.get(Keys.OUTGOING_WEBHOOK_URL).map(url -> {
            parts.add(new WebhookSender(new OutboxStore(graph), url, settings.get(Keys.OUTGOING_WEBHOOK_SECRET), clock, meters)).start();
            return new OutgoingEvents(link);
        }).orElse(OutgoingEvents.NONE);
    }

    private void reviews() {
        groups.add(new ExplanationRoute(graph));
        groups.add(new FeedbackRoutes(graph, clock, meters));
        groups.add(new ReviewRoute(new IncidentStore(graph), new ReviewReader(graph, clock)));
        parts.add(new InputRetirement(graph, settings.get(Keys.RANKING_INPUTS_AGE), settings.get(Keys.RANKING_INPUTS_BYTES_MAX), clock,
                meters)).start();
    }

    private void collectors(EstateParts estate, IncidentParts incidents, AlertStore alerts, HostMetrics hostMetrics) {
        List<CollectorSchedule> collectors = estate.watchHost(settings.get(Keys.HOST_INTERVAL), clock, hostMetrics, parts).stream()
                .toList();
        for (CollectorSchedule collector : collectors) {
            collector.onRun(report -> incidents.topologyWritten()).onRun(HeldRemovals.of(collector, graph, alerts, clock, meters));
            parts.add(collector).start();
        }
        groups.add(new RunRoutes(estate.claims(), collectors));
    }

    private HttpServer server(Tokens tokens) {
        HttpServer.Address address = new HttpServer.Address(settings.get(Keys.HTTP_HOST), settings.get(Keys.HTTP_PORT),
                settings.get(Keys.HTTP_ALLOWED_HOSTS), settings.get(Keys.HTTP_PUBLIC_URL));
        HttpServer.Security security = new HttpServer.Security(tokens, settings.get(Keys.SESSION_AGE_MAX), clock);
        return parts.add(HttpServer.start(address, security, HttpLimits.of(settings), groups, meters));
    }
}
