package dev.faultline.graph.ci;

/// A relation without its times: at any instant there is at most one of a type from one CI to another.
public record RelationKey(String type, String fromId, String toId) {}
