package dev.faultline.collectors.otlp.journal;

/// In which of OTLP's encodings a body is.
public enum BodyFormat {
    PROTOBUF, JSON
}
