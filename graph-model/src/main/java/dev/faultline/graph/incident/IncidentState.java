package dev.faultline.graph.incident;

/// Whether any alert of the incident still fires.
public enum IncidentState {
    OPEN, RESOLVED
}
