package dev.faultline.collectors.prometheus;

import java.util.Collection;

import dev.faultline.graph.call.CallEdge;

/// Keeps call edges in the graph that have no windows.
@FunctionalInterface
public interface EdgeKeeper {

    /// Makes those that are not there, and counts all as seen.
    ///
    /// @param minute minutes since the epoch
    void see(Collection<CallEdge> edges, long minute);
}
