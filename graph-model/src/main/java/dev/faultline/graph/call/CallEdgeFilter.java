package dev.faultline.graph.call;

import org.jspecify.annotations.Nullable;

/// Which call edges are asked for; null for any.
public record CallEdgeFilter(@Nullable String callerId, @Nullable String calleeId) {
    public static final CallEdgeFilter ALL = new CallEdgeFilter(null, null);
}
