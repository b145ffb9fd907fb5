package dev.faultline.graph.evidence;

import org.jspecify.annotations.Nullable;

/// One log line as evidence, raw.
///
/// @param spanId the span that was under way, where the line names one
public record LogLine(long epochNanos, String ciId, @Nullable String traceId, @Nullable String spanId, String message) {}
