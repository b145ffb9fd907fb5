package dev.faultline.collectors.reconciliation;

import dev.faultline.graph.claim.Run;

/// Reads one scope of a source.
public interface Collector {
    /// The source's name in the graph.
    String source();

    /// What part of the source it looks at.
    String scope();

    /// How much of it may go in one run.
    RemovalGate gate();

    /// Looks once; what cannot be read makes the run partial.
    Run collect();
}
