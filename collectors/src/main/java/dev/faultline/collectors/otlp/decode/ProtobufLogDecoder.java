package dev.faultline.collectors.otlp.decode;

import java.util.HexFormat;
import java.util.List;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;

import dev.faultline.collectors.otlp.log.LogBatch;
import dev.faultline.collectors.otlp.log.LogLimits;
import dev.faultline.collectors.otlp.span.Origin;

/// Reads an ExportLogsServiceRequest in protobuf.
record ProtobufLogDecoder(LogLimits limits) implements LogDecoder {
    private static final int TRACE_ID_BYTES = 16;

    @Override
    public LogBatch decode(byte[] body, long nowMillis) {
        LogDraft draft = new LogDraft(limits, nowMillis);
        AttributeValues resource = new AttributeValues();
        for (ResourceLogs resourceLogs : parse(body).getResourceLogsList()) {
            resource.clear();
            attributes(resourceLogs.getResource().getAttributesList(), resource, draft);
            Origin origin = SemanticConventions.origin(resource);
            for (ScopeLogs scopeLogs : resourceLogs.getScopeLogsList()) {
                for (LogRecord entry : scopeLogs.getLogRecordsList()) {
                    read(entry, draft);
                    draft.finish(origin);
                }
            }
        }
        return draft.batch();
    }

    private static ExportLogsServiceRequest parse(byte[] body) {
        try {
            return ExportLogsServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw new UndecodableException("the body is not a protobuf ExportLogsServiceRequest: " + e.getMessage(), e);
        }
    }

    private static void read(LogRecord entry, LogDraft draft) {
        draft.clear();
        draft.timeNanos = entry.getTimeUnixNano();
        draft.observedNanos = entry.getObservedTimeUnixNano();
        draft.severityNumber = entry.getSeverityNumberValue();
        draft.severityText = entry.getSeverityText();
        draft.eventName = entry.getEventName();
        draft.body = text(entry.getBody());
        ByteString trace = entry.getTraceId();
        draft.traceId = trace.size() == TRACE_ID_BYTES ? HexFormat.of().formatHex(trace.toByteArray()) : "";
        attributes(entry.getAttributesList(), draft.attributes, draft);
    }

    private static void attributes(List<KeyValue> pairs, AttributeValues values, LogDraft draft) {
        for (KeyValue pair : pairs) {
            Attribute attribute = Attribute.of(pair.getKey());
            if (attribute != null && pair.getValue().hasStringValue()) {
                draft.put(values, attribute, pair.getValue().getStringValue());
            } else if (attribute != null && pair.getValue().hasIntValue()) {
                values.put(attribute, pair.getValue().getIntValue());
            }
        }
    }

    /// The text of a body; of one with fields, its message.
    private static String text(AnyValue body) {
        return switch (body.getValueCase()) {
            case STRING_VALUE -> body.getStringValue();
            case BOOL_VALUE -> Boolean.toString(body.getBoolValue());
            case INT_VALUE -> Long.toString(body.getIntValue());
            case DOUBLE_VALUE -> Double.toString(body.getDoubleValue());
            case KVLIST_VALUE -> body.getKvlistValue().getValuesList().stream()
                    .filter(pair -> LogMessages.isMessage(pair.getKey()) && pair.getValue().hasStringValue()).findFirst()
                    .map(pair -> pair.getValue().getStringValue()).orElse("");
            default -> "";
        };
    }
}
