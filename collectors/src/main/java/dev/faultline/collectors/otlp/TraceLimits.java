package dev.faultline.collectors.otlp;

import java.time.Duration;

import dev.faultline.collectors.otlp.pair.PairLimits;
import dev.faultline.collectors.otlp.span.SpanLimits;

/// Bounds of taking in traces.
///
/// @param queuedSpansMax how many accepted spans wait for their turn; beyond that senders are told to come again
/// @param segmentMax how long calls gather before they are written to the graph
/// @param segmentCallsMax how many edges and minutes gather before they are written earlier
/// @param graphPatience how long a write may take before senders are told to come again
/// @param journalBytesMax how much the journal holds
/// @param stopPatience how long a stop waits for what is accepted to be written; the rest is written after the next start
public record TraceLimits(SpanLimits span, PairLimits pair, int queuedSpansMax, Duration segmentMax, int segmentCallsMax,
        Duration graphPatience,
        long journalBytesMax, Duration stopPatience) {
    public static final TraceLimits DEFAULT = new TraceLimits(SpanLimits.DEFAULT, PairLimits.DEFAULT, 200_000, Duration.ofSeconds(2),
            20_000,
            Duration.ofSeconds(4), 2L << 30, Duration.ofSeconds(10));

    public TraceLimits withPair(PairLimits other) {
        return new TraceLimits(span, other, queuedSpansMax, segmentMax, segmentCallsMax, graphPatience, journalBytesMax, stopPatience);
    }

    public TraceLimits withSegmentMax(Duration other) {
        return new TraceLimits(span, pair, queuedSpansMax, other, segmentCallsMax, graphPatience, journalBytesMax, stopPatience);
    }

    public TraceLimits withJournalBytesMax(long other) {
        return new TraceLimits(span, pair, queuedSpansMax, segmentMax, segmentCallsMax, graphPatience, other, stopPatience);
    }
}
