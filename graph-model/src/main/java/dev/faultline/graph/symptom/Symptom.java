package dev.faultline.graph.symptom;

import java.time.Instant;

/// What somebody suffers from: the starting point of a ranking.
public record Symptom(Subject subject, Signal signal, Instant at) {}
