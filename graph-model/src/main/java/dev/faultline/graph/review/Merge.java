package dev.faultline.graph.review;

import java.time.Instant;

/// That one of two incidents took the other in.
///
/// @param tookIn whether the incident that was asked for took the other one in
public record Merge(Instant at, String otherId, String otherTitle, boolean tookIn) {}
