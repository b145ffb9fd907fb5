package dev.faultline.collectors.otlp.pair;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.collectors.otlp.span.Peer;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanKind;
import dev.faultline.collectors.otlp.span.SpanLink;

/// Turns a stream of spans into calls: each span is remembered for a bounded time, in which its parent, children and links may come.
///
/// The outcome does not depend on the order or batches in which spans come, as long as those of one call come within the wait of each
/// other. It costs O(1) a span and its links. An object serves one thread.
public final class SpanPairing {
    private final PairLimits limits;
    private final SpanCounts counts;
    private final CallSums sums;
    private final CallMaker calls;
    private final SpanIndex index = new SpanIndex();
    private final ArrayDeque<WaitingSpan> byArrival = new ArrayDeque<>();
    private final Seekers seekers = new Seekers();
    private long nowMillis;

    public SpanPairing(PairLimits limits, SpanCounts counts) {
        this.limits = limits;
        this.counts = counts;
        this.sums = new CallSums(limits.endpointsMax(), counts);
        this.calls = new CallMaker(sums, new KnownPeers(limits.knownPeersMax()), counts);
    }

    /// Takes spans that arrived together; a clock that went back is held at its latest time.
    public void accept(List<Span> spans, long arrivedMillis) {
        pass(arrivedMillis);
        for (Span span : spans) {
            accept(span);
        }
    }

    /// Lets time pass: spans whose wait is over become what they are without a partner.
    public void pass(long toMillis) {
        nowMillis = Math.max(nowMillis, toMillis);
        for (WaitingSpan oldest = byArrival.peek(); oldest != null
                && oldest.arrivedMillis + limits.waitMillis() <= nowMillis; oldest = byArrival
                        .peek()) {
            byArrival.remove();
            leave(oldest);
        }
    }

    /// Hands over the calls counted since the last time, by edge and minute.
    public Map<CallMinute, CallSum> take() {
        return sums.take();
    }

    /// How many edges and minutes there are to be taken.
    public int sumCount() {
        return sums.size();
    }

    /// How many spans are remembered.
    public int waitingCount() {
        return index.size();
    }

    private void accept(Span span) {
        WaitingSpan arrived = new WaitingSpan(span, nowMillis);
        if (!index.add(arrived)) {
            counts.add(SpanFate.DUPLICATE);
            return;
        }
        byArrival.add(arrived);
        settleFinal(arrived);
        seekers.takeAllOf(span).forEach(child -> join(arrived, child));
        for (SpanLink target : targets(span)) {
            WaitingSpan found = index.find(target.traceHigh(), target.traceLow(), target.spanId());
            if (found == null) {
                arrived.seeks = true;
                seekers.add(target, arrived);
            } else {
                join(found, arrived);
            }
        }
        settleRoot(arrived);
        if (index.size() > limits.waitingSpansMax()) {
            counts.add(SpanFate.OVERFLOW);
            leave(byArrival.remove());
        }
    }

    /// Makes the call at once that no partner can change.
    private void settleFinal(WaitingSpan arrived) {
        if (isFinalAlone(arrived.span)) {
            arrived.settled = true;
            calls.toPeer(arrived.span);
        }
    }

    private void settleRoot(WaitingSpan arrived) {
        Span span = arrived.span;
        if (!arrived.settled && span.isRoot() && span.links().isEmpty()) {
            switch (span.kind()) {
                case SERVER, CONSUMER -> calls.fromOutside(span, SpanFate.ROOT);
                case INTERNAL -> counts.add(SpanFate.IN_PROCESS);
                case CLIENT, PRODUCER -> {
                    return;
                }
            }
            arrived.settled = true;
        }
    }

    /// Joins a span to its parent, or to what it links to.
    private void join(WaitingSpan parent, WaitingSpan child) {
        Span above = parent.span;
        Span below = child.span;
        if (below.isChildOf(above)) {
            joinParent(parent, child);
        } else if (below.kind().answers() ? above.kind().asks() : above.origin().differsFrom(below.origin())) {
            call(parent, child);
        }
    }

    private void joinParent(WaitingSpan parent, WaitingSpan child) {
        Span above = parent.span;
        Span below = child.span;
        boolean answers = below.kind().answers() && !below.receives();
        if ((answers && above.kind().asks()) || above.origin().differsFrom(below.origin())) {
            call(parent, child);
        } else if (below.kind().asks() && above.kind().asks()) {
            settleWrapper(parent, child);
        } else if (below.kind() == SpanKind.CONSUMER && above.receives()) {
            settleReceived(child);
        } else if (!below.kind().asks() && !isFinalAlone(below)) {
            settleInside(child);
        }
    }

    private void call(WaitingSpan caller, WaitingSpan callee) {
        boolean asks = caller.span.kind().asks();
        boolean answers = callee.span.kind().answers();
        if (asks && !answers && caller.settled) {
            return;
        }
        calls.paired(caller.span, callee.span);
        caller.settled |= asks;
        callee.settled |= answers || callee.span.kind() == SpanKind.INTERNAL;
    }

    /// A message that was fetched by its parent: what it links to sent it, and where it links to nothing the broker did.
    private void settleReceived(WaitingSpan child) {
        if (!child.settled && child.span.links().isEmpty()) {
            child.settled = true;
            calls.fromOutside(child.span, SpanFate.MISSING_PARENT);
        }
    }

    /// Two askers of one service, one inside the other, are one call unless each is final by itself: the inner one is answered.
    private void settleWrapper(WaitingSpan outer, WaitingSpan inner) {
        if (!isFinalAlone(outer.span)) {
            settleInside(outer);
        } else if (!isFinalAlone(inner.span)) {
            settleInside(inner);
        }
    }

    private void settleInside(WaitingSpan waiting) {
        if (!waiting.settled) {
            waiting.settled = true;
            counts.add(SpanFate.IN_PROCESS);
        }
    }

    private void leave(WaitingSpan leaving) {
        index.remove(leaving);
        if (leaving.seeks) {
            targets(leaving.span).forEach(target -> seekers.remove(target, leaving));
        }
        if (leaving.settled) {
            return;
        }
        Span span = leaving.span;
        switch (span.kind()) {
            case SERVER, CONSUMER -> calls.fromOutside(span, span.isRoot() ? SpanFate.ROOT : SpanFate.MISSING_PARENT);
            case CLIENT, PRODUCER -> calls.toPeer(span);
            case INTERNAL -> counts.add(span.isRoot() ? SpanFate.IN_PROCESS : SpanFate.MISSING_PARENT);
        }
    }

    /// Whether the span is a call to something that makes no spans: a database, or a broker that is sent to or fetched from.
    private static boolean isFinalAlone(Span span) {
        return switch (span.kind()) {
            case CLIENT, PRODUCER -> span.hasPeer(Peer.Role.DATABASE) || span.hasPeer(Peer.Role.BROKER);
            case INTERNAL -> span.hasPeer(Peer.Role.DATABASE);
            case CONSUMER -> span.receives();
            case SERVER -> false;
        };
    }

    /// The spans that this one may join: its parent, and what it links to where that can have called it.
    private static Set<SpanLink> targets(Span span) {
        boolean linked = !span.links().isEmpty() && !span.kind().asks() && !span.receives()
                && (span.isRoot() || span.kind() == SpanKind.CONSUMER);
        if (!linked) {
            return span.isRoot() ? Set.of() : Set.of(span.parent());
        }
        Set<SpanLink> targets = new LinkedHashSet<>(span.links());
        if (!span.isRoot()) {
            targets.add(span.parent());
        }
        return targets;
    }
}
