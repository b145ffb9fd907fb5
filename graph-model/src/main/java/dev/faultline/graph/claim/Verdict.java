package dev.faultline.graph.claim;

/// What became of the removals of a run.
///
/// `APPLIED`: it removed what it did not see. `REMOVES_NOTHING`: it was not complete, so what it did not see stays. `HELD`: it would
/// have removed too much at once; what it did not see stays, and the next complete run is judged again.
public enum Verdict {
    APPLIED, REMOVES_NOTHING, HELD
}
