package dev.faultline.collectors.otlp.decode;

import dev.faultline.collectors.otlp.journal.BodyFormat;
import dev.faultline.collectors.otlp.log.LogBatch;
import dev.faultline.collectors.otlp.log.LogLimits;

/// Reads the log records of one request body.
public interface LogDecoder {

    /// Returns the lines, or fails with an [UndecodableException].
    ///
    /// @param nowMillis arrival of the body; lines too long before or after it are rejected
    LogBatch decode(byte[] body, long nowMillis);

    /// The decoder of a format; any thread may use it.
    static LogDecoder of(BodyFormat format, LogLimits limits) {
        return switch (format) {
            case PROTOBUF -> new ProtobufLogDecoder(limits);
            case JSON -> new JsonLogDecoder(limits);
        };
    }
}
