package dev.faultline.collectors.otlp.pair;

import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanLink;

/// A span that is remembered until its wait is over.
final class WaitingSpan {
    final Span span;
    final long arrivedMillis;
    /// Hash of its ids, so that it can be found without a look at them.
    final long hash;
    /// A call was made of it.
    boolean settled;
    /// It came before its parent, or before what it links to.
    boolean seeks;

    WaitingSpan(Span span, long arrivedMillis) {
        this.span = span;
        this.arrivedMillis = arrivedMillis;
        this.hash = SpanLink.hash(span.traceHigh(), span.traceLow(), span.id());
    }
}
