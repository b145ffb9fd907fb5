package dev.faultline.collectors.otlp.log;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.graph.log.LogLevel;

/// What log lines are counted by.
///
/// @param minute minutes since the epoch
/// @param template empty for lines that are not told apart
public record LogKey(Origin origin, long minute, LogLevel level, String template) {}
