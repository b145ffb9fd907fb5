package dev.faultline.graph.symptom;

/// The class of what was observed; the ranking chooses its terms by it.
public enum Signal {
    LATENCY, ERRORS, TRAFFIC, RESOURCE, SILENCE, UNKNOWN
}
