package dev.faultline.graph.claim;

/// How a run went. Only a complete run may remove what it did not see.
public enum RunOutcome {
    COMPLETE, PARTIAL, FAILED
}
