package dev.faultline.api.demo.fault;

import java.time.Instant;

/// A fault that was injected and can be taken back.
///
/// @param recovery takes it back and returns when the broker is whole again
public record Injection(FaultKind kind, String target, Truth truth, Instant at, Runnable recovery) {}
