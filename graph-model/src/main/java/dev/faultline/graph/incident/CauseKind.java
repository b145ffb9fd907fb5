package dev.faultline.graph.incident;

/// What sort of fault a cause is taken to be.
public enum CauseKind {
    LATENCY, ERRORS, RESOURCE, CHANGE, SILENCE, LOAD, UNKNOWN
}
