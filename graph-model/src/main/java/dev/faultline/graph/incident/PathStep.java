package dev.faultline.graph.incident;

/// One step on the way from a cause to a symptom.
///
/// @param via relation type or `CALLS`
/// @param observed whether the step's target shows the anomaly; a healthy or unobserved one was passed at a price
public record PathStep(String fromId, String via, String toId, boolean observed) {}
