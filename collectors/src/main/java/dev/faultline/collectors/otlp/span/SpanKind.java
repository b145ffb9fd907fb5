package dev.faultline.collectors.otlp.span;

/// The role of a span in a call, in the order of OTLP's numbers from 1.
public enum SpanKind {
    INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER;

    private static final SpanKind[] BY_NUMBER = values();

    /// Returns the kind of OTLP's number; what is unspecified or unknown counts as internal, as OTLP asks.
    public static SpanKind ofNumber(long number) {
        return number >= 1 && number <= BY_NUMBER.length ? BY_NUMBER[(int) number - 1] : INTERNAL;
    }

    /// Whether the span is the side of a call that asks.
    public boolean asks() {
        return this == CLIENT || this == PRODUCER;
    }

    /// Whether the span is the side of a call that answers.
    public boolean answers() {
        return this == SERVER || this == CONSUMER;
    }
}
