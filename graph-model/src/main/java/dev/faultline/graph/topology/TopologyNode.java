package dev.faultline.graph.topology;

/// A CI as the snapshot knows it.
public record TopologyNode(String id, String type, String name) {}
