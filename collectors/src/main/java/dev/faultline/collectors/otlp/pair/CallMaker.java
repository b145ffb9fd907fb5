package dev.faultline.collectors.otlp.pair;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.span.Instance;
import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.collectors.otlp.span.Peer;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanKind;
import dev.faultline.graph.call.CallKind;

/// Says which call a span, or a pair of spans, amounts to.
final class CallMaker {
    private final CallSums sums;
    private final KnownPeers known;
    private final SpanCounts counts;

    CallMaker(CallSums sums, KnownPeers known, SpanCounts counts) {
        this.sums = sums;
        this.known = known;
        this.counts = counts;
    }

    /// Counts a call that both sides told of: the caller's time where it waited for the answer, the callee's endpoint and instance.
    void paired(Span caller, Span callee) {
        boolean waited = caller.kind() == SpanKind.CLIENT;
        if (waited && (callee.startNanos() < caller.startNanos() || callee.endNanos() > caller.endNanos())) {
            counts.add(SpanFate.CLOCK_SKEW);
        }
        if (waited && caller.peer() != null && callee.kind() == SpanKind.SERVER) {
            known.learn(caller.peer(), callee.origin());
        }
        CallKind kind = kind(caller, callee);
        sums.add(Party.service(caller.origin()), Party.service(callee.origin()), callee.origin().instance(), endpoint(caller, callee, kind),
                kind,
                caller.kind().asks() ? caller : callee, waited ? caller.durationMillis() : callee.durationMillis(),
                callee.error() || (waited && caller.error()), callee.weight());
        counts.add(SpanFate.PAIRED);
    }

    /// Counts a call that only the caller told of.
    void toPeer(Span caller) {
        Peer peer = caller.peer();
        Origin answering = peer == null || peer.system() != null ? null : known.find(peer);
        Party callee = answering != null ? Party.service(answering) : peer == null ? null : Party.peer(caller.origin(), peer);
        if (peer == null || callee == null) {
            counts.add(SpanFate.PEER_UNKNOWN);
            return;
        }
        CallKind kind = kind(peer.role());
        single(Party.service(caller.origin()), callee, answering == null ? null : answering.instance(), endpoint(caller, peer), kind,
                caller);
        counts.add(SpanFate.CALLER_ONLY);
    }

    /// Counts a call from outside, or from a broker, that only the callee told of.
    void fromOutside(Span callee, SpanFate fate) {
        Peer peer = callee.peer();
        boolean message = peer != null && peer.role() == Peer.Role.BROKER;
        Party broker = peer != null && message ? Party.peer(callee.origin(), peer) : null;
        Party caller = broker != null ? broker : Party.clients(callee.origin());
        CallKind kind = peer == null ? callee.kind() == SpanKind.CONSUMER ? CallKind.MESSAGING : CallKind.RPC : kind(peer.role());
        single(caller, Party.service(callee.origin()), callee.origin().instance(),
                message && peer != null ? endpoint(callee, peer) : callee.name(),
                kind, callee);
        counts.add(fate);
    }

    private void single(Party caller, Party callee, @Nullable Instance instance, String endpoint, CallKind kind, Span span) {
        sums.add(caller, callee, instance, endpoint, kind, span, span.durationMillis(), span.error(), span.weight());
    }

    private static String endpoint(Span span, Peer peer) {
        return peer.role() == Peer.Role.BROKER && peer.scope() != null ? peer.scope() : span.name();
    }

    private static String endpoint(Span caller, Span callee, CallKind kind) {
        if (kind == CallKind.MESSAGING) {
            Span named = callee.hasPeer(Peer.Role.BROKER) ? callee : caller;
            return named.peer() == null ? named.name() : endpoint(named, named.peer());
        }
        return caller.kind().asks() && !callee.kind().answers() ? caller.name() : callee.name();
    }

    private static CallKind kind(Span caller, Span callee) {
        if (caller.kind() == SpanKind.PRODUCER || callee.kind() == SpanKind.CONSUMER) {
            return CallKind.MESSAGING;
        }
        if (caller.hasPeer(Peer.Role.RPC) || callee.hasPeer(Peer.Role.RPC)) {
            return CallKind.RPC;
        }
        if (caller.hasPeer(Peer.Role.HTTP) || callee.hasPeer(Peer.Role.HTTP)) {
            return CallKind.HTTP;
        }
        return caller.kind().asks() || callee.kind().answers() ? CallKind.RPC : CallKind.INTERNAL;
    }

    private static CallKind kind(Peer.Role role) {
        return switch (role) {
            case DATABASE -> CallKind.DATABASE;
            case BROKER -> CallKind.MESSAGING;
            case HTTP -> CallKind.HTTP;
            case RPC, OTHER -> CallKind.RPC;
        };
    }
}
