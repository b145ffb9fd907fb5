package dev.faultline.graph.alert.notice;

/// Whether the condition holds.
public enum AlertState {
    FIRING, RESOLVED
}
