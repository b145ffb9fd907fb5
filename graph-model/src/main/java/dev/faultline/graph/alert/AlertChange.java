package dev.faultline.graph.alert;

import org.jspecify.annotations.Nullable;

/// One stored alert that is now different in more than its counters.
///
/// @param before null where the alert is new
public record AlertChange(@Nullable Alert before, Alert after) {}
