package dev.faultline.graph.log;

/// A log line to show, without what looks like a secret.
///
/// @param traceId the trace in which it was logged, in hexadecimal; empty where it names none
public record LogSample(String line, String traceId) {}
