package dev.faultline.collectors.otlp.span;

/// Reads the spans of one request body. A decoder serves one thread at a time.
public interface SpanDecoder {

    /// Returns the spans, or fails with an [UndecodableException].
    ///
    /// @param nowMillis arrival of the body; spans too long before or after it are rejected
    SpanBatch decode(byte[] body, long nowMillis);
}
