package dev.faultline.graph.deployment;

import java.util.List;

/// A deployment and the CIs that the graph knows it changed.
///
/// @param changes grows when a CI that the deployment names appears later
public record PlacedDeployment(Deployment deployment, List<Change> changes) {
    public PlacedDeployment {
        changes = List.copyOf(changes);
    }

    /// One CI that was changed.
    public record Change(DeploymentPlace place, String ciId) {}
}
