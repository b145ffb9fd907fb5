package dev.faultline.graph.topology;

/// A relation as the snapshot knows it.
public record TopologyLink(String type, String fromId, String toId) {}
