package dev.faultline.collectors.otlp.pair;

/// One minute of one edge.
///
/// @param minute minutes since the epoch
public record CallMinute(CallIdentity call, long minute) {}
