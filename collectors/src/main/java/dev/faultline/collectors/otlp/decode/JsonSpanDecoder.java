package dev.faultline.collectors.otlp.decode;

import tools.jackson.databind.JsonNode;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.SpanBatch;
import dev.faultline.collectors.otlp.span.SpanKind;
import dev.faultline.collectors.otlp.span.SpanLimits;

import static dev.faultline.collectors.otlp.decode.JsonFields.array;
import static dev.faultline.collectors.otlp.decode.JsonFields.number;
import static dev.faultline.collectors.otlp.decode.JsonFields.text;

/// Reads an ExportTraceServiceRequest in OTLP's JSON: ids in hexadecimal, 64-bit numbers as texts or numbers, enums as numbers.
public final class JsonSpanDecoder implements SpanDecoder {
    private static final String KIND_PREFIX = "SPAN_KIND_";
    private static final int TRACE_ID_DIGITS = 32;
    private static final int HALF_ID_DIGITS = 16;

    private final SpanLimits limits;
    private final AttributeValues resource = new AttributeValues();

    public JsonSpanDecoder(SpanLimits limits) {
        this.limits = limits;
    }

    @Override
    public SpanBatch decode(byte[] body, long nowMillis) {
        SpanDraft draft = new SpanDraft(limits, nowMillis);
        JsonNode root = JsonFields.object(body, "ExportTraceServiceRequest");
        for (JsonNode resourceSpans : array(root, "resourceSpans")) {
            resource.clear();
            attributes(resourceSpans.path("resource"), resource);
            Origin origin = SemanticConventions.origin(resource);
            for (JsonNode scopeSpans : array(resourceSpans, "scopeSpans")) {
                for (JsonNode span : array(scopeSpans, "spans")) {
                    span(span, draft);
                    draft.finish(origin);
                }
            }
        }
        return draft.batch();
    }

    private void span(JsonNode span, SpanDraft draft) {
        draft.clear();
        String trace = text(span, "traceId");
        if (trace.length() == TRACE_ID_DIGITS) {
            draft.traceHigh = hexadecimal(trace.substring(0, HALF_ID_DIGITS));
            draft.traceLow = hexadecimal(trace.substring(HALF_ID_DIGITS));
        }
        draft.id = hexadecimal(text(span, "spanId"));
        draft.parentId = hexadecimal(text(span, "parentSpanId"));
        String name = text(span, "name");
        draft.name = TextCache.cut(name, limits.textCharsMax());
        if (name.length() > limits.textCharsMax()) {
            draft.cutName();
        }
        draft.kind = kind(span.path("kind"));
        draft.startNanos = number(span, "startTimeUnixNano");
        draft.endNanos = number(span, "endTimeUnixNano");
        draft.weight = SamplingWeight.of(text(span, "traceState"));
        draft.status = status(span.path("status").path("code"));
        attributes(span, draft.attributes);
        for (JsonNode link : array(span, "links")) {
            String linked = text(link, "traceId");
            boolean valid = linked.length() == TRACE_ID_DIGITS;
            draft.link(valid ? hexadecimal(linked.substring(0, HALF_ID_DIGITS)) : 0,
                    valid ? hexadecimal(linked.substring(HALF_ID_DIGITS)) : 0, hexadecimal(text(link, "spanId")));
        }
    }

    private void attributes(JsonNode holder, AttributeValues values) {
        for (JsonNode pair : array(holder, "attributes")) {
            Attribute attribute = Attribute.of(text(pair, "key"));
            JsonNode value = pair.path("value");
            if (attribute == null) {
                continue;
            }
            if (value.has("stringValue")) {
                values.put(attribute, TextCache.cut(text(value, "stringValue"), limits.textCharsMax()));
            } else if (value.has("intValue")) {
                values.put(attribute, number(value, "intValue"));
            }
        }
    }

    private static SpanKind kind(JsonNode kind) {
        if (!kind.isString()) {
            return SpanKind.ofNumber(kind.asLong(0));
        }
        for (SpanKind candidate : SpanKind.values()) {
            if (kind.stringValue().equals(KIND_PREFIX + candidate.name())) {
                return candidate;
            }
        }
        return SpanKind.INTERNAL;
    }

    private static long status(JsonNode code) {
        return code.isString() ? switch (code.stringValue()) {
            case "STATUS_CODE_OK" -> 1;
            case "STATUS_CODE_ERROR" -> 2;
            default -> 0;
        } : code.asLong(0);
    }

    private static long hexadecimal(String digits) {
        if (digits.length() != HALF_ID_DIGITS) {
            return 0;
        }
        try {
            return Long.parseUnsignedLong(digits, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
