package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.CallEdgeStore;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.deployment.DeploymentQueries;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.log.LogStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionStore;
import dev.faultline.rca.topology.TopologySnapshot;

/// The evidence that is in the graph.
final class GraphEvidence {
    private static final int DEPLOYMENTS_PER_CI_MAX = 10;
    private static final int DISTURBED_TIMES_MAX = 100;

    private GraphEvidence() {}

    static EvidenceSources sources(GraphConnection graph, Supplier<TopologySnapshot> topology, MetricSource metrics,
            LogSource logs) {
        return new EvidenceSources(topology, new Calls(new CallEdgeStore(graph)),
                new Deployments(new DeploymentQueries(graph), new SuppressionStore(graph)), metrics,
                new GraphLogs(new LogStore(graph)).or(logs), new Past(new IncidentStore(graph)));
    }

    private record Calls(CallEdgeStore store) implements EvidenceSources.Calls {
        @Override
        public List<CallEdge> edges(Collection<String> ciIds) {
            return store.byCallees(ciIds);
        }

        @Override
        public List<SlicedMinute> minutes(Collection<String> edgeIds, long fromMinute, long toMinute) {
            return store.slicedMinutes(edgeIds, fromMinute, toMinute);
        }
    }

    private record Past(IncidentStore store) implements EvidenceSources.Past {
        @Override
        public AlertHistory history(Collection<Alert> alerts, Instant from, Instant to) {
            Map<String, Integer> counts = store.incidentCounts(alerts.stream().map(Alert::key).toList(), from, to);
            Map<String, Integer> byFingerprint = new HashMap<>();
            alerts.forEach(alert -> byFingerprint.merge(alert.fingerprint(), counts.getOrDefault(alert.key(), 0), Math::max));
            return new AlertHistory(store.count(from, to), byFingerprint);
        }

        @Override
        public List<TimeWindow> disturbedTimes(Collection<String> ciIds, Instant from, Instant to) {
            return store.disturbedTimes(ciIds, from, to, DISTURBED_TIMES_MAX);
        }
    }

    private record Deployments(DeploymentQueries queries, SuppressionStore suppressions) implements EvidenceSources.Deployments {
        @Override
        public List<PlacedDeployment> of(Collection<String> ciIds, Instant from, Instant to) {
            Map<String, PlacedDeployment> byId = new LinkedHashMap<>();
            queries.byCiIds(ciIds, from, to, DEPLOYMENTS_PER_CI_MAX).values()
                    .forEach(placed -> placed.forEach(one -> byId.put(one.deployment().id(), one)));
            return byId.values().stream().sorted((one, other) -> one.deployment().id().compareTo(other.deployment().id())).toList();
        }

        @Override
        public List<Suppression> maintenance(Collection<String> ciIds, Instant from, Instant to) {
            return suppressions.maintenanceOf(ciIds, from, to);
        }
    }
}
