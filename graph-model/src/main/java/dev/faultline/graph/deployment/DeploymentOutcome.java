package dev.faultline.graph.deployment;

/// How a deployment stands.
public enum DeploymentOutcome {
    RUNNING, SUCCEEDED, FAILED, ROLLED_BACK
}
