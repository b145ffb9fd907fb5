package dev.faultline.api.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/// What OTLP carries, and what its answers are called.
public enum OtlpSignal {
    TRACES("/v1/traces", "rejectedSpans"), LOGS("/v1/logs", "rejectedLogRecords");

    private final String path;
    private final String rejectedField;

    OtlpSignal(String path, String rejectedField) {
        this.path = path;
        this.rejectedField = rejectedField;
    }

    String path() {
        return path;
    }

    /// Where an answer in JSON tells how many were rejected.
    String rejectedField() {
        return rejectedField;
    }

    /// An answer in protobuf that tells of some that were rejected.
    byte[] partialSuccess(int rejected, String sentence) {
        return switch (this) {
            case TRACES -> ExportTraceServiceResponse.newBuilder()
                    .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(rejected).setErrorMessage(sentence)).build()
                    .toByteArray();
            case LOGS -> ExportLogsServiceResponse.newBuilder()
                    .setPartialSuccess(ExportLogsPartialSuccess.newBuilder().setRejectedLogRecords(rejected).setErrorMessage(sentence))
                    .build().toByteArray();
        };
    }
}
