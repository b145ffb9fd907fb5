package dev.faultline.collectors.otlp.decode;

import java.util.Locale;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.faultline.collectors.otlp.log.LogBatch;
import dev.faultline.collectors.otlp.log.LogLimits;
import dev.faultline.collectors.otlp.span.Origin;

/// Reads an ExportLogsServiceRequest in OTLP's JSON.
record JsonLogDecoder(LogLimits limits) implements LogDecoder {
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-fA-F]{32}");
    private static final Pattern SEVERITY = Pattern.compile("SEVERITY_NUMBER_([A-Z]+)\\d?");

    @Override
    public LogBatch decode(byte[] body, long nowMillis) {
        LogDraft draft = new LogDraft(limits, nowMillis);
        AttributeValues resource = new AttributeValues();
        for (JsonNode resourceLogs : JsonFields.array(JsonFields.object(body, "ExportLogsServiceRequest"), "resourceLogs")) {
            resource.clear();
            attributes(resourceLogs.path("resource"), resource, draft);
            Origin origin = SemanticConventions.origin(resource);
            for (JsonNode scopeLogs : JsonFields.array(resourceLogs, "scopeLogs")) {
                for (JsonNode entry : JsonFields.array(scopeLogs, "logRecords")) {
                    read(entry, draft);
                    draft.finish(origin);
                }
            }
        }
        return draft.batch();
    }

    private static void read(JsonNode entry, LogDraft draft) {
        draft.clear();
        draft.timeNanos = JsonFields.number(entry, "timeUnixNano");
        draft.observedNanos = JsonFields.number(entry, "observedTimeUnixNano");
        draft.severityText = JsonFields.text(entry, "severityText");
        JsonNode severity = entry.path("severityNumber");
        if (severity.isString() && SEVERITY.matcher(severity.stringValue()).matches()) {
            draft.severityText = SEVERITY.matcher(severity.stringValue()).replaceFirst("$1");
        } else {
            draft.severityNumber = JsonFields.number(entry, "severityNumber");
        }
        draft.eventName = JsonFields.text(entry, "eventName");
        draft.body = text(entry.path("body"));
        String trace = JsonFields.text(entry, "traceId");
        draft.traceId = TRACE_ID.matcher(trace).matches() ? trace.toLowerCase(Locale.ROOT) : "";
        attributes(entry, draft.attributes, draft);
    }

    private static void attributes(JsonNode holder, AttributeValues values, LogDraft draft) {
        for (JsonNode pair : JsonFields.array(holder, "attributes")) {
            Attribute attribute = Attribute.of(JsonFields.text(pair, "key"));
            JsonNode value = pair.path("value");
            if (attribute != null && value.has("stringValue")) {
                draft.put(values, attribute, JsonFields.text(value, "stringValue"));
            } else if (attribute != null && value.has("intValue")) {
                values.put(attribute, JsonFields.number(value, "intValue"));
            }
        }
    }

    /// The text of a body; of one with fields, its message.
    private static String text(JsonNode body) {
        if (body.has("stringValue")) {
            return JsonFields.text(body, "stringValue");
        }
        for (JsonNode pair : JsonFields.array(body.path("kvlistValue"), "values")) {
            if (LogMessages.isMessage(JsonFields.text(pair, "key"))) {
                return JsonFields.text(pair.path("value"), "stringValue");
            }
        }
        JsonNode value = body.path("intValue");
        value = value.isMissingNode() ? body.path("doubleValue") : value;
        value = value.isMissingNode() ? body.path("boolValue") : value;
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
