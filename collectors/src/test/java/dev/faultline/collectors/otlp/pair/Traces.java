package dev.faultline.collectors.otlp.pair;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Instance;
import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.Peer;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanKind;
import dev.faultline.collectors.otlp.span.SpanLink;

/// Spans for tests, in one trace unless said otherwise, and calls as short texts.
final class Traces {
    static final long START_NANOS = 1_800_000_000_000_000_000L;
    static final long NANOS_PER_MILLI = 1_000_000;

    private Traces() {}

    /// A span of 10 ms that starts at the start.
    static Span span(String service, SpanKind kind, long id, long parentId, String name) {
        return new Span(origin(service, null), 1, 1, id, parentId, kind, name, START_NANOS, 10 * NANOS_PER_MILLI, false, 1, null,
                List.of());
    }

    static Span client(String service, long id, long parentId, String name) {
        return with(span(service, SpanKind.CLIENT, id, parentId, name), new Peer(Peer.Role.HTTP, null, null, null, 0, null, false));
    }

    static Span server(String service, long id, long parentId, String name) {
        return with(span(service, SpanKind.SERVER, id, parentId, name), new Peer(Peer.Role.HTTP, null, null, null, 0, null, false));
    }

    static Origin origin(String service, @Nullable String instance) {
        return new Origin("", "", service, instance == null ? null : new Instance(instance, null, null, null, 0, null, null));
    }

    static Peer address(String host, int port) {
        return new Peer(Peer.Role.HTTP, null, null, host, port, null, false);
    }

    static Peer broker(String destination, boolean receives) {
        return new Peer(Peer.Role.BROKER, "kafka", null, "kafka", 9092, destination, receives);
    }

    static Span with(Span span, @Nullable Peer peer) {
        return new Span(span.origin(), span.traceHigh(), span.traceLow(), span.id(), span.parentId(), span.kind(), span.name(),
                span.startNanos(),
                span.durationNanos(), span.error(), span.weight(), peer, span.links());
    }

    static Span at(Span span, String instance) {
        return new Span(origin(span.origin().service(), instance), span.traceHigh(), span.traceLow(), span.id(), span.parentId(),
                span.kind(),
                span.name(), span.startNanos(), span.durationNanos(), span.error(), span.weight(), span.peer(), span.links());
    }

    static Span timed(Span span, long startMillis, long durationMillis) {
        return new Span(span.origin(), span.traceHigh(), span.traceLow(), span.id(), span.parentId(), span.kind(), span.name(),
                START_NANOS + startMillis * NANOS_PER_MILLI, durationMillis * NANOS_PER_MILLI, span.error(), span.weight(), span.peer(),
                span.links());
    }

    static Span failed(Span span) {
        return new Span(span.origin(), span.traceHigh(), span.traceLow(), span.id(), span.parentId(), span.kind(), span.name(),
                span.startNanos(),
                span.durationNanos(), true, span.weight(), span.peer(), span.links());
    }

    static Span weighing(Span span, double weight) {
        return new Span(span.origin(), span.traceHigh(), span.traceLow(), span.id(), span.parentId(), span.kind(), span.name(),
                span.startNanos(),
                span.durationNanos(), span.error(), weight, span.peer(), span.links());
    }

    static Span linked(Span span, long... ids) {
        return new Span(span.origin(), span.traceHigh(), span.traceLow(), span.id(), span.parentId(), span.kind(), span.name(),
                span.startNanos(),
                span.durationNanos(), span.error(), span.weight(), span.peer(),
                java.util.Arrays.stream(ids).mapToObj(id -> new SpanLink(1, 1, id)).toList());
    }

    /// The calls as `caller -> callee[instance] KIND endpoint: calls/errors`, in order.
    static Map<String, String> shown(Map<CallMinute, CallSum> sums) {
        Map<String, String> shown = new TreeMap<>();
        sums.forEach((minute, sum) -> shown.put(shown(minute), plain(sum.calls()) + "/" + plain(sum.errors())));
        return shown;
    }

    private static String shown(CallMinute minute) {
        CallIdentity call = minute.call();
        Instance instance = call.instance();
        return shown(call.caller()) + " -> " + shown(call.callee()) + (instance == null ? "" : "[" + instance.id() + "]") + " "
                + call.kind() + " "
                + call.endpoint()
                + (minute.minute() == START_NANOS / 60_000_000_000L ? "" : " +" + (minute.minute() - START_NANOS / 60_000_000_000L));
    }

    private static String shown(Party party) {
        return switch (party) {
            case Party.OfService service -> service.name();
            case Party.OfDatabase database -> "database " + database.system() + " " + database.place().title();
            case Party.OfBroker broker -> "broker " + broker.system() + " " + broker.place().title();
            case Party.OfExternal external -> "external " + external.place();
            case Party.OfClients clients -> "clients of " + clients.service();
        };
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
