package dev.faultline.collectors.otlp.pair;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Instance;
import dev.faultline.graph.call.CallKind;

/// What makes calls flow over the same edge.
///
/// @param instance of the callee; null where no span names it
public record CallIdentity(Party caller, Party callee, @Nullable Instance instance, String endpoint, CallKind kind) {}
