package dev.faultline.graph.deployment;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One page of deployments, those that started last first.
///
/// @param next cursor of the page after it; null on the last
public record DeploymentPage(List<PlacedDeployment> deployments, @Nullable String next) {
    public DeploymentPage {
        deployments = List.copyOf(deployments);
    }

    /// The cursor of the page that begins after a deployment.
    public static String cursor(PlacedDeployment placed) {
        return DeploymentCursor.after(placed.deployment()).text();
    }
}
