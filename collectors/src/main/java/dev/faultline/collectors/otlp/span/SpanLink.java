package dev.faultline.collectors.otlp.span;

/// A reference from a span to another that caused it, by its ids.
public record SpanLink(long traceHigh, long traceLow, long spanId) {

    /// A hash of ids that spreads them also where they are no random numbers but counted up: each is mixed by itself, by the finalizer
    /// of MurmurHash3 (Appleby).
    public static long hash(long traceHigh, long traceLow, long spanId) {
        return mixed(spanId ^ mixed(traceLow ^ mixed(traceHigh)));
    }

    private static long mixed(long bits) {
        long half = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        long whole = (half ^ (half >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return whole ^ (whole >>> 33);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(hash(traceHigh, traceLow, spanId));
    }
}
