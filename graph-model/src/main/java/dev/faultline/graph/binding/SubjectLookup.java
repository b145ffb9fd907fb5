package dev.faultline.graph.binding;

/// A description of what an observation is about, to be looked for in the graph.
public sealed interface SubjectLookup {

    /// One CI.
    record OfCi(CiLookup ci) implements SubjectLookup {}

    /// The calls from one CI to another; found only where a call edge between the two is stored.
    record OfCalls(CiLookup caller, CiLookup callee) implements SubjectLookup {}
}
