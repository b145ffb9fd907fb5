package dev.faultline.api.incident;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.api.handling.HandlingRoutes;
import dev.faultline.api.http.RouteGroup;
import dev.faultline.api.outgoing.OutgoingEvents;
import dev.faultline.api.ranking.EvidenceRanker;
import dev.faultline.api.ranking.LogSource;
import dev.faultline.api.ranking.MetricSource;
import dev.faultline.api.ranking.Ranker;
import dev.faultline.api.suppression.KnownIds;
import dev.faultline.api.suppression.SuppressionMeters;
import dev.faultline.api.suppression.SuppressionRoutes;
import dev.faultline.api.suppression.SuppressionWatch;
import dev.faultline.api.topology.LiveTopology;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertChange;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.deployment.DeploymentStore;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.review.ReviewStore;
import dev.faultline.graph.suppression.SuppressionStore;
import dev.faultline.graph.topology.TopologyStore;
import dev.faultline.rca.incident.GroupingRules;
import dev.faultline.rca.incident.IncidentGrouping;
import dev.faultline.rca.rules.Rules;

/// What turns alerts into ranked incidents: the topology in memory, the loop, and the routes; stopped together.
public final class IncidentParts implements AutoCloseable {
    private final LiveTopology topology;
    private final IncidentLoop loop;
    private final List<RouteGroup> routes;

    private final Function<AlertStore, RouteGroup> resolving;

    private IncidentParts(LiveTopology topology, IncidentLoop loop, List<RouteGroup> routes, Function<AlertStore, RouteGroup> resolving) {
        this.topology = topology;
        this.loop = loop;
        this.routes = new ArrayList<>(routes);
        this.resolving = resolving;
    }

    /// Opens the parts over a graph; nothing runs before [#start].
    ///
    /// @param metrics evidence of CIs beside what is in the graph
    /// @param logs the same of logs
    /// @param rules what the engine ranks by
    /// @param outgoing says what is to be told to others
    public static IncidentParts open(GraphConnection graph, TopologyStore source, IncidentTimes times, MetricSource metrics, LogSource logs,
            Rules rules,
            OutgoingEvents outgoing, Clock clock, MeterRegistry meters) {
        IncidentStore store = new IncidentStore(graph);
        CiStore cis = new CiStore(graph);
        List<IncidentLoop> told = new ArrayList<>(1);
        LiveTopology topology = new LiveTopology(source, rules.foundations(), () -> told.forEach(IncidentLoop::topologyChanged), meters);
        Ranker ranker = EvidenceRanker.over(graph, topology::snapshot, metrics, logs, rules, times.lead());
        IncidentGrouping grouping = new IncidentGrouping(GroupingRules.DEFAULT);
        IncidentLoop.LiveAlerts stored = new StoredAlerts(new AlertQueries(graph), clock);
        SuppressionStore suppressionStore = new SuppressionStore(graph);
        SuppressionWatch suppressions = SuppressionWatch.over(suppressionStore, topology::snapshot, new SuppressionMeters(meters));
        IncidentLoop loop = new IncidentLoop(
                new IncidentLoop.Collaborators(store, stored,
                        (alerts, incidents, apart) -> grouping.group(alerts, topology.snapshot(), incidents, apart), ranker,
                        topology::nameOf, outgoing,
                        suppressions),
                times, clock, new IncidentMeters(meters));
        told.add(loop);
        return new IncidentParts(topology, loop,
                List.of(new IncidentRoutes(store, cis), new RankRoute(ranker, cis, clock),
                        new SuppressionRoutes(suppressionStore, new KnownIds(cis, new DeploymentQueries(graph)), suppressions::changed,
                                clock),
                        new HandlingRoutes(store, loop::ask, new IncidentRoutes(store, cis)::shown, clock)),
                alerts -> new ResolveRoute(store, cis, new ReviewStore(graph), alerts, stored, loop, outgoing, clock));
    }

    /// Starts to listen to what changes, and to rank.
    public void start(AlertStore alerts, DeploymentStore deployments) {
        alerts.onChange(changes -> loop.alertsChanged(changes.stream().map(AlertChange::after).toList()));
        routes.add(resolving.apply(alerts));
        deployments.onChange(placed -> loop.evidenceChanged());
        topology.start();
        loop.start();
    }

    /// Tells that CIs, relations or call edges were stored.
    public void topologyWritten() {
        topology.refresh();
    }

    /// Why incidents are not ranked now, or nothing where all is well.
    public Optional<String> problem() {
        return topology.problem().or(loop::problem);
    }

    /// The routes under `/api/v1/incidents` and `/api/v1/rank`, once the parts are started.
    public List<RouteGroup> routes() {
        return routes;
    }

    @Override
    public void close() {
        loop.close();
        topology.close();
    }

    /// The alerts of the graph, as the loop reads them at its start.
    private record StoredAlerts(AlertQueries queries, Clock clock) implements IncidentLoop.LiveAlerts {
        private static final int KEYS_AT_ONCE_MAX = 1_000;

        @Override
        public List<Alert> firing() {
            List<Alert> firing = new ArrayList<>();
            for (List<Alert> page = page(""); !page.isEmpty(); page = page(page.getLast().key())) {
                firing.addAll(page);
            }
            return firing;
        }

        private List<Alert> page(String afterKey) {
            return queries.firingAt(clock.instant(), afterKey, AlertQueries.PAGE_MAX);
        }

        @Override
        public List<Alert> byKeys(Collection<String> keys) {
            List<String> all = List.copyOf(keys);
            List<Alert> alerts = new ArrayList<>();
            for (int from = 0; from < all.size(); from += KEYS_AT_ONCE_MAX) {
                alerts.addAll(queries.byKeys(all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE_MAX))));
            }
            return alerts;
        }
    }
}
