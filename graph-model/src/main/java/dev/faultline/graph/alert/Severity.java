package dev.faultline.graph.alert;

/// How bad the sender says it is, mildest first.
public enum Severity {
    INFO, WARNING, CRITICAL
}
