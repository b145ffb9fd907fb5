package dev.faultline.graph.topology;

/// That one CI calls another, over whatever call edges.
public record TopologyCall(String callerId, String calleeId) {}
