package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.call.CallEdge;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.evidence.AlertHistory;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.rca.topology.TopologySnapshot;

/// Where the evidence of a ranking comes from.
///
/// @param topology gives the newest snapshot
record EvidenceSources(Supplier<TopologySnapshot> topology, Calls calls, Deployments deployments, MetricSource metrics, LogSource logs,
        Past past) {

    /// Call edges and their windows.
    interface Calls {
        /// The call edges to any of some CIs.
        List<CallEdge> edges(Collection<String> ciIds);

        /// What flowed over call edges in [from, to), in minutes since the epoch.
        List<SlicedMinute> minutes(Collection<String> edgeIds, long fromMinute, long toMinute);
    }

    /// Deployments of services, and planned work.
    @FunctionalInterface
    interface Deployments {
        /// The deployments of some CIs that began in [from, to), each once.
        List<PlacedDeployment> of(Collection<String> ciIds, Instant from, Instant to);

        /// The maintenance windows of some CIs that were active at some time of [from, to), each once.
        default List<Suppression> maintenance(Collection<String> ciIds, Instant from, Instant to) {
            return List.of();
        }
    }

    /// Earlier incidents.
    interface Past {
        /// How common alerts were in the incidents that began in [from, to).
        AlertHistory history(Collection<Alert> alerts, Instant from, Instant to);

        /// When incidents that began in [from, to) touched any of some CIs.
        List<TimeWindow> disturbedTimes(Collection<String> ciIds, Instant from, Instant to);
    }
}
