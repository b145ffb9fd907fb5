package dev.faultline.collectors.otlp.decode;

import java.util.ArrayList;
import java.util.List;

import dev.faultline.collectors.otlp.log.LogBatch;
import dev.faultline.collectors.otlp.log.LogLimits;
import dev.faultline.collectors.otlp.log.LogLine;
import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.graph.log.LogLevel;

/// A log record while it is read, used again for the next; it turns into a line or a count of those not taken.
final class LogDraft {
    private static final long NANOS_PER_MILLI = 1_000_000;

    final AttributeValues attributes = new AttributeValues();
    private final LogLimits limits;
    private final long nowMillis;
    private final List<LogLine> lines = new ArrayList<>();
    private int tooOld;
    private int inFuture;
    private int cut;

    long timeNanos;
    long observedNanos;
    long severityNumber;
    String severityText = "";
    String body = "";
    String eventName = "";
    String traceId = "";

    LogDraft(LogLimits limits, long nowMillis) {
        this.limits = limits;
        this.nowMillis = nowMillis;
    }

    void clear() {
        attributes.clear();
        timeNanos = observedNanos = severityNumber = 0;
        severityText = body = eventName = traceId = "";
    }

    /// Takes a value of the resource or the record whose key is known.
    void put(AttributeValues values, Attribute attribute, String text) {
        values.put(attribute,
                TextCache.cut(text, attribute == Attribute.EXCEPTION_MESSAGE ? limits.lineCharsMax() : limits.nameCharsMax()));
    }

    void finish(Origin origin) {
        long nanos = timeNanos == 0 ? observedNanos : timeNanos;
        long millis = nanos == 0 ? nowMillis : nanos / NANOS_PER_MILLI;
        if (millis < 0 || millis > nowMillis + limits.futureMillisMax()) {
            inFuture++;
        } else if (millis < nowMillis - limits.pastMillisMax()) {
            tooOld++;
        } else {
            String whole = text();
            String text = TextCache.cut(whole, limits.lineCharsMax());
            cut += text.length() < whole.length() ? 1 : 0;
            lines.add(new LogLine(origin, millis, level(), text, traceId));
        }
    }

    LogBatch batch() {
        return new LogBatch(lines, tooOld, inFuture, cut);
    }

    private LogLevel level() {
        LogLevel level = LogLevel.ofNumber(Math.clamp(severityNumber, 0, Integer.MAX_VALUE));
        return level == LogLevel.UNKNOWN ? LogLevel.ofWord(severityText) : level;
    }

    /// The body; an exception where it tells of one alone; else the name of the event.
    private String text() {
        if (!body.isBlank()) {
            return body;
        }
        String type = attributes.text(Attribute.EXCEPTION_TYPE);
        String message = attributes.text(Attribute.EXCEPTION_MESSAGE);
        if (type == null && message == null) {
            return eventName;
        }
        return type == null ? String.valueOf(message) : message == null ? type : type + ": " + message;
    }
}
