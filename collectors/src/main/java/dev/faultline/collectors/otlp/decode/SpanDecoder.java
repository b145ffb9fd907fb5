package dev.faultline.collectors.otlp.decode;

import dev.faultline.collectors.otlp.span.SpanBatch;

/// Reads the spans of one request body. A decoder serves one thread at a time.
public interface SpanDecoder {

    /// Returns the spans, or fails with an [UndecodableException].
    ///
    /// @param nowMillis arrival of the body; spans too long before or after it are rejected
    SpanBatch decode(byte[] body, long nowMillis);
}
