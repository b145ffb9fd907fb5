package dev.faultline.graph.deployment;

import java.time.Instant;
import java.util.List;

/// A deployment and the CIs that the graph knows it changed.
///
/// @param changes grows when a CI that the deployment names appears later
public record PlacedDeployment(Deployment deployment, List<Change> changes) {
    public PlacedDeployment {
        changes = List.copyOf(changes);
    }

    /// The deployment as it was at an instant after its start: running where it ended later.
    public PlacedDeployment asOf(Instant instant) {
        return new PlacedDeployment(deployment.asOf(instant), changes);
    }

    /// One CI that was changed.
    public record Change(DeploymentPlace place, String ciId) {}
}
