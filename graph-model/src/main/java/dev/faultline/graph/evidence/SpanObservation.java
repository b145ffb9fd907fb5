package dev.faultline.graph.evidence;

import org.jspecify.annotations.Nullable;

/// One span of a trace as evidence.
///
/// @param parentId null at the root
/// @param ciId CI of the instance or service that made the span
public record SpanObservation(String traceId, String spanId, @Nullable String parentId, String ciId, String operation, long startEpochNanos,
        long durationNanos, boolean error) {}
