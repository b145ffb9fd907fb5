package dev.faultline.graph.feedback;

/// What a person says of a cause that was named.
public enum Verdict {
    CONFIRMED, WRONG
}
