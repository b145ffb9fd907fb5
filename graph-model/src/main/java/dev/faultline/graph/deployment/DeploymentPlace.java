package dev.faultline.graph.deployment;

/// In which part a deployment touched a CI.
public enum DeploymentPlace {
    SERVICE, INSTANCE, HOST
}
