package dev.faultline.graph.incident;

/// One step on the way from a cause to a symptom.
///
/// @param via how the step's start is related to its target, such as `CALLED_BY` or `HOSTS`
/// @param observed whether the step's target shows the anomaly; a healthy or unobserved one was passed at a price
public record PathStep(String fromId, String via, String toId, boolean observed) {}
