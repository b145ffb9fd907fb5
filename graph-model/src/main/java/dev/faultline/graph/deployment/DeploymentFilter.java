package dev.faultline.graph.deployment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Which deployments a reader wants; a null part means any.
///
/// @param service as the deployment names it
/// @param startedFrom started at or after this instant
/// @param startedBefore started before this instant
public record DeploymentFilter(@Nullable String service, @Nullable Instant startedFrom, @Nullable Instant startedBefore) {

    /// Every deployment.
    public static final DeploymentFilter ALL = new DeploymentFilter(null, null, null);
}
