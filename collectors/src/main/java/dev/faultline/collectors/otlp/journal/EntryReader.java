package dev.faultline.collectors.otlp.journal;

/// Takes the bodies of a segment in the order in which they came.
@FunctionalInterface
public interface EntryReader {

    /// Takes the next body.
    ///
    /// @param arrivedMillis epoch milliseconds
    void body(BodyFormat format, long arrivedMillis, byte[] body);
}
