package dev.faultline.collectors.otlp.pair;

import dev.faultline.collectors.otlp.span.Span;

/// A span that is remembered until its wait is over.
final class WaitingSpan {
    final Span span;
    final long arrivedMillis;
    /// A call was made of it.
    boolean settled;

    WaitingSpan(Span span, long arrivedMillis) {
        this.span = span;
        this.arrivedMillis = arrivedMillis;
    }
}
