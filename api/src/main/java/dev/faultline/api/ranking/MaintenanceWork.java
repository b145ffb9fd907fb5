package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentOutcome;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Planned work as changes that a ranking weighs: alerts on what is worked on do not count, but the work may be what others suffer from.
final class MaintenanceWork {
    /// What the work is in place of a version.
    static final String VERSION = "maintenance";

    private MaintenanceWork() {}

    /// The changes by the windows, each by the id of its window, one for each of its CIs that is around.
    ///
    /// @param at the instant of the ranking; a window that ends later goes on
    static List<Deployment> of(Collection<Suppression> windows, Set<String> around, TopologySnapshot snapshot, Instant at) {
        List<Deployment> changes = new ArrayList<>();
        for (Suppression window : windows) {
            if (window.scope() instanceof SuppressionScope.OfCis cis) {
                cis.ciIds().stream().filter(around::contains).forEach(ciId -> changes.add(change(window, ciId, snapshot, at)));
            }
        }
        return changes;
    }

    private static Deployment change(Suppression window, String ciId, TopologySnapshot snapshot, Instant at) {
        String service = service(ciId, snapshot);
        boolean goesOn = window.over().isAfter(at);
        return new Deployment(window.id(), service == null ? ciId : service, null, VERSION, service == null ? List.of() : List.of(ciId),
                List.of(), window.from(), goesOn ? null : window.over(), window.by(),
                goesOn ? DeploymentOutcome.RUNNING : DeploymentOutcome.SUCCEEDED, List.of());
    }

    /// The service that a CI is an instance of; null where it is none.
    private static @Nullable String service(String ciId, TopologySnapshot snapshot) {
        OptionalInt number = snapshot.find(ciId);
        if (number.isEmpty() || snapshot.degree(number.getAsInt(), Direction.INSTANCE_OF) == 0) {
            return null;
        }
        return snapshot.node(snapshot.neighbour(number.getAsInt(), Direction.INSTANCE_OF, 0)).id();
    }
}
