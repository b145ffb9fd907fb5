package dev.faultline.collectors.otlp.decode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.RejectReason;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanBatch;
import dev.faultline.collectors.otlp.span.SpanKind;
import dev.faultline.collectors.otlp.span.SpanLimits;
import dev.faultline.collectors.otlp.span.SpanLink;

/// A span while it is read, used again for the next; it turns into a span or a reason why not.
final class SpanDraft {
    private static final int STATUS_OK = 1;
    private static final int STATUS_ERROR = 2;
    private static final long NANOS_PER_MILLI = 1_000_000;

    final AttributeValues attributes = new AttributeValues();
    private final SpanLimits limits;
    private final long nowMillis;
    private final List<Span> spans = new ArrayList<>();
    private final Map<RejectReason, Integer> rejected = new EnumMap<>(RejectReason.class);
    private final Map<SpanBatch.Loss, Integer> losses = new EnumMap<>(SpanBatch.Loss.class);
    private final List<SpanLink> links = new ArrayList<>();

    long traceHigh;
    long traceLow;
    long id;
    long parentId;
    SpanKind kind = SpanKind.INTERNAL;
    String name = "";
    long startNanos;
    long endNanos;
    long status;
    double weight = 1;
    private boolean linksDropped;
    private boolean nameCut;

    SpanDraft(SpanLimits limits, long nowMillis) {
        this.limits = limits;
        this.nowMillis = nowMillis;
    }

    void clear() {
        attributes.clear();
        links.clear();
        traceHigh = traceLow = id = parentId = startNanos = endNanos = status = 0;
        kind = SpanKind.INTERNAL;
        name = "";
        weight = 1;
        linksDropped = nameCut = false;
    }

    void link(long linkTraceHigh, long linkTraceLow, long linkId) {
        if (linkId == 0 || (linkTraceHigh | linkTraceLow) == 0) {
            return;
        }
        if (links.size() < limits.linksMax()) {
            links.add(new SpanLink(linkTraceHigh, linkTraceLow, linkId));
        } else {
            linksDropped = true;
        }
    }

    void cutName() {
        nameCut = true;
    }

    void finish(Origin origin) {
        RejectReason reason = reason();
        if (reason != null) {
            rejected.merge(reason, 1, Integer::sum);
            return;
        }
        note(linksDropped, SpanBatch.Loss.LINKS_DROPPED);
        note(nameCut, SpanBatch.Loss.NAME_CUT);
        note(weight > limits.weightMax(), SpanBatch.Loss.WEIGHT_CAPPED);
        note(endNanos < startNanos, SpanBatch.Loss.NEGATIVE_DURATION);
        boolean error = status == STATUS_ERROR || (status != STATUS_OK && SemanticConventions.failed(kind, attributes));
        spans.add(new Span(origin, traceHigh, traceLow, id, parentId, kind, name, startNanos, Math.max(0, endNanos - startNanos), error,
                Math.min(weight, limits.weightMax()), SemanticConventions.peer(attributes), List.copyOf(links)));
    }

    SpanBatch batch() {
        return new SpanBatch(spans, rejected, losses);
    }

    private @Nullable RejectReason reason() {
        long startMillis = startNanos / NANOS_PER_MILLI;
        if ((traceHigh | traceLow) == 0) {
            return RejectReason.TRACE_ID;
        }
        if (id == 0) {
            return RejectReason.SPAN_ID;
        }
        if (startNanos == 0) {
            return RejectReason.START_MISSING;
        }
        if (startNanos < 0 || startMillis > nowMillis + limits.futureMillisMax()) {
            return RejectReason.IN_FUTURE;
        }
        if (startMillis < nowMillis - limits.pastMillisMax()) {
            return RejectReason.TOO_OLD;
        }
        return weight == 0 ? RejectReason.WEIGHT_ZERO : null;
    }

    private void note(boolean lost, SpanBatch.Loss loss) {
        if (lost) {
            losses.merge(loss, 1, Integer::sum);
        }
    }
}
