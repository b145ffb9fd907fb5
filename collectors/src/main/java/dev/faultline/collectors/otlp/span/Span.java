package dev.faultline.collectors.otlp.span;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One span with what call edges are made of.
///
/// @param traceHigh first half of the trace id
/// @param traceLow second half of the trace id
/// @param parentId 0 at the root
/// @param weight how many calls this span stands for, by the sampling that it went through
/// @param peer what it says about the other side; null where it says nothing
public record Span(Origin origin, long traceHigh, long traceLow, long id, long parentId, SpanKind kind, String name, long startNanos,
        long durationNanos, boolean error, double weight, @Nullable Peer peer, List<SpanLink> links) {

    private static final long NANOS_PER_MILLISECOND = 1_000_000L;
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;

    public long startEpochMillis() {
        return Math.floorDiv(startNanos, NANOS_PER_MILLISECOND);
    }

    /// Minutes since the epoch at the start.
    public long minute() {
        return Math.floorDiv(startNanos, NANOS_PER_MINUTE);
    }

    public double durationMillis() {
        return durationNanos / 1e6;
    }

    public long endNanos() {
        return startNanos + durationNanos;
    }

    public boolean isRoot() {
        return parentId == 0;
    }

    /// The parent, by its ids.
    public SpanLink parent() {
        return new SpanLink(traceHigh, traceLow, parentId);
    }

    public boolean isChildOf(Span other) {
        return parentId == other.id && traceLow == other.traceLow && traceHigh == other.traceHigh;
    }

    /// Whether the other side has this role.
    public boolean hasPeer(Peer.Role role) {
        return peer != null && peer.role() == role;
    }

    /// Whether the span fetches messages from a broker, rather than working on one.
    public boolean receives() {
        return peer != null && peer.receives();
    }
}
