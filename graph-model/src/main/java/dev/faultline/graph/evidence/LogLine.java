package dev.faultline.graph.evidence;

import org.jspecify.annotations.Nullable;

/// One log line as evidence, raw.
public record LogLine(long epochNanos, String ciId, @Nullable String traceId, String message) {}
