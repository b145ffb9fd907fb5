package dev.faultline.graph.claim;

/// A relation to another CI as a source states it, with its target identified.
public record ClaimedLink(String type, String toId) {}
