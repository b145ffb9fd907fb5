package dev.faultline.collectors.otlp.decode;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.SpanBatch;
import dev.faultline.collectors.otlp.span.SpanKind;
import dev.faultline.collectors.otlp.span.SpanLimits;

/// Reads an ExportTraceServiceRequest in protobuf, only the fields that call edges need.
///
/// Field numbers are those of opentelemetry-proto's `trace.proto`, `resource.proto` and `common.proto`.
public final class ProtobufSpanDecoder implements SpanDecoder {
    private static final int FIRST_LENGTH = 1 << 3 | WireReader.LENGTH;
    private static final int SECOND_LENGTH = 2 << 3 | WireReader.LENGTH;
    private static final int SPAN_TRACE_STATE = 3 << 3 | WireReader.LENGTH;
    private static final int SPAN_PARENT_ID = 4 << 3 | WireReader.LENGTH;
    private static final int SPAN_NAME = 5 << 3 | WireReader.LENGTH;
    private static final int SPAN_KIND = 6 << 3 | WireReader.VARINT;
    private static final int SPAN_START = 7 << 3 | WireReader.FIXED64;
    private static final int SPAN_END = 8 << 3 | WireReader.FIXED64;
    private static final int SPAN_ATTRIBUTE = 9 << 3 | WireReader.LENGTH;
    private static final int SPAN_LINK = 13 << 3 | WireReader.LENGTH;
    private static final int SPAN_STATUS = 15 << 3 | WireReader.LENGTH;
    private static final int STATUS_CODE = 3 << 3 | WireReader.VARINT;
    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private final SpanLimits limits;
    private final TextCache texts = new TextCache();
    private final AttributeValues resource = new AttributeValues();
    private final WireAttributes attributes;

    public ProtobufSpanDecoder(SpanLimits limits) {
        this.limits = limits;
        this.attributes = new WireAttributes(texts, limits.textCharsMax());
    }

    @Override
    public SpanBatch decode(byte[] body, long nowMillis) {
        WireReader reader = new WireReader(body);
        SpanDraft draft = new SpanDraft(limits, nowMillis);
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == FIRST_LENGTH) {
                resourceSpans(reader, draft);
            } else {
                reader.skip(tag);
            }
        }
        return draft.batch();
    }

    /// Reads the resource before the spans, wherever it stands.
    private void resourceSpans(WireReader reader, SpanDraft draft) {
        int outerEnd = reader.enter();
        int start = reader.position();
        resource.clear();
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == FIRST_LENGTH) {
                attributes.readAll(reader, FIRST_LENGTH, resource);
            } else {
                reader.skip(tag);
            }
        }
        Origin origin = SemanticConventions.origin(resource);
        reader.rewind(start);
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == SECOND_LENGTH) {
                scopeSpans(reader, draft, origin);
            } else {
                reader.skip(tag);
            }
        }
        reader.leave(outerEnd);
    }

    private void scopeSpans(WireReader reader, SpanDraft draft, Origin origin) {
        int outerEnd = reader.enter();
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == SECOND_LENGTH) {
                span(reader, draft);
                draft.finish(origin);
            } else {
                reader.skip(tag);
            }
        }
        reader.leave(outerEnd);
    }

    private void span(WireReader reader, SpanDraft draft) {
        draft.clear();
        int outerEnd = reader.enter();
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            switch (tag) {
                case FIRST_LENGTH -> traceId(reader, draft);
                case SECOND_LENGTH -> draft.id = spanId(reader);
                case SPAN_TRACE_STATE -> traceState(reader, draft);
                case SPAN_PARENT_ID -> draft.parentId = spanId(reader);
                case SPAN_NAME -> name(reader, draft);
                case SPAN_KIND -> draft.kind = SpanKind.ofNumber(reader.varint());
                case SPAN_START -> draft.startNanos = reader.fixed64();
                case SPAN_END -> draft.endNanos = reader.fixed64();
                case SPAN_ATTRIBUTE -> attributes.read(reader, draft.attributes);
                case SPAN_LINK -> link(reader, draft);
                case SPAN_STATUS -> status(reader, draft);
                default -> reader.skip(tag);
            }
        }
        reader.leave(outerEnd);
    }

    private static void traceId(WireReader reader, SpanDraft draft) {
        int to = reader.lengthEnd();
        int from = reader.passTo(to);
        boolean valid = to - from == TRACE_ID_BYTES;
        draft.traceHigh = valid ? reader.bigEndianAt(from) : 0;
        draft.traceLow = valid ? reader.bigEndianAt(from + Long.BYTES) : 0;
    }

    private static long spanId(WireReader reader) {
        int to = reader.lengthEnd();
        int from = reader.passTo(to);
        return to - from == SPAN_ID_BYTES ? reader.bigEndianAt(from) : 0;
    }

    private void traceState(WireReader reader, SpanDraft draft) {
        int to = reader.lengthEnd();
        int from = reader.passTo(to);
        if (to > from) {
            draft.weight = SamplingWeight.of(texts.text(reader.bytes, from, to, limits.textCharsMax() * 2));
        }
    }

    private void name(WireReader reader, SpanDraft draft) {
        int to = reader.lengthEnd();
        int from = reader.passTo(to);
        draft.name = texts.text(reader.bytes, from, to, limits.textCharsMax());
        if (to - from > limits.textCharsMax()) {
            draft.cutName();
        }
    }

    private static void link(WireReader reader, SpanDraft draft) {
        int outerEnd = reader.enter();
        long high = 0;
        long low = 0;
        long id = 0;
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == FIRST_LENGTH) {
                int to = reader.lengthEnd();
                int from = reader.passTo(to);
                boolean valid = to - from == TRACE_ID_BYTES;
                high = valid ? reader.bigEndianAt(from) : 0;
                low = valid ? reader.bigEndianAt(from + Long.BYTES) : 0;
            } else if (tag == SECOND_LENGTH) {
                id = spanId(reader);
            } else {
                reader.skip(tag);
            }
        }
        reader.leave(outerEnd);
        draft.link(high, low, id);
    }

    private static void status(WireReader reader, SpanDraft draft) {
        int outerEnd = reader.enter();
        for (int tag = reader.tag(); tag != 0; tag = reader.tag()) {
            if (tag == STATUS_CODE) {
                draft.status = reader.varint();
            } else {
                reader.skip(tag);
            }
        }
        reader.leave(outerEnd);
    }
}
