package dev.faultline.collectors.otlp;

/// What a sender of spans or logs is told.
public sealed interface IntakeAnswer {

    /// They are kept, but for those rejected.
    ///
    /// @param sentence why some are rejected, empty where none is
    record Accepted(int rejected, String sentence) implements IntakeAnswer {}

    /// Nothing is kept, and the same request may succeed later.
    record Unavailable(String sentence, long retryAfterSeconds) implements IntakeAnswer {}
}
