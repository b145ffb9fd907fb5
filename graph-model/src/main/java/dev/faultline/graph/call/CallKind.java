package dev.faultline.graph.call;

/// How a call travels.
public enum CallKind {
    HTTP, RPC, MESSAGING, DATABASE, INTERNAL
}
