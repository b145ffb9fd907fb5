package dev.faultline.collectors.otlp.span;

/// A reference from a span to another that caused it without being its parent.
public record SpanLink(long traceHigh, long traceLow, long spanId) {}
