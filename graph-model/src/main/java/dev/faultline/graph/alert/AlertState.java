package dev.faultline.graph.alert;

/// Whether the condition holds.
public enum AlertState {
    FIRING, RESOLVED
}
