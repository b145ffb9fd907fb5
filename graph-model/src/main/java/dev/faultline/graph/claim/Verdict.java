package dev.faultline.graph.claim;

/// What became of the removals of a run.
public enum Verdict {
    /// The run removed what it did not see.
    APPLIED,
    /// The run was not complete, so what it did not see stays.
    REMOVES_NOTHING,
    /// The run would have removed too much at once; what it did not see stays, and the next complete run is judged again.
    HELD
}
