package dev.faultline.api.incident;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.RouteGroup;
import dev.faultline.api.outgoing.IncidentLink;
import dev.faultline.api.outgoing.OutgoingEvents;
import dev.faultline.api.ranking.LogSource;
import dev.faultline.api.ranking.MetricSource;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.deployment.DeploymentStore;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.topology.TopologyStore;
import dev.faultline.rca.rules.RulesReader;

/// The stores of a graph with the parts that make incidents of it, which can be stopped and started again.
final class RunningParts implements AutoCloseable {
    private final GraphConnection graph;
    private final AlertStore alerts;
    private final DeploymentStore deployments;
    private final IncidentStore store;
    private OutgoingEvents outgoing = OutgoingEvents.NONE;
    private @Nullable IncidentParts parts;

    RunningParts(GraphConnection graph) {
        this.graph = graph;
        this.alerts = AlertStore.open(graph, SmallEstate.READER);
        this.deployments = DeploymentStore.open(graph);
        this.store = new IncidentStore(graph);
    }

    void start(IncidentTimes times) {
        Clock clock = Clock.systemUTC();
        IncidentParts opened = IncidentParts.open(graph, new TopologyStore(graph, clock), times, MetricSource.NONE, LogSource.NONE,
                RulesReader.defaults(), outgoing, clock, new SimpleMeterRegistry());
        opened.start(alerts, deployments);
        parts = opened;
    }

    void stop() {
        if (parts != null) {
            parts.close();
            parts = null;
        }
    }

    void accept(AlertNotice... notices) {
        alerts.accept(List.of(notices));
    }

    /// Has notices put into the outbox from the next start on.
    void tellOthers() {
        outgoing = new OutgoingEvents(new IncidentLink("http://faultline.example"));
    }

    GraphConnection graph() {
        return graph;
    }

    /// What the parts that run answer over HTTP.
    List<RouteGroup> routes() {
        return parts == null ? List.of() : parts.routes();
    }

    DeploymentStore deployments() {
        return deployments;
    }

    IncidentStore store() {
        return store;
    }

    @Override
    public void close() {
        stop();
        deployments.close();
        alerts.close();
    }
}
