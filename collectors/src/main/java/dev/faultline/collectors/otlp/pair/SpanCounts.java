package dev.faultline.collectors.otlp.pair;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import dev.faultline.collectors.otlp.span.SpanBatch;

/// How many spans met which fate since the start; any thread may count.
public final class SpanCounts {
    private final Map<SpanFate, LongAdder> counts = new EnumMap<>(SpanFate.class);

    public SpanCounts() {
        for (SpanFate fate : SpanFate.values()) {
            counts.put(fate, new LongAdder());
        }
    }

    void add(SpanFate fate) {
        add(fate, 1);
    }

    public void add(SpanFate fate, long count) {
        adder(fate).add(count);
    }

    /// Counts what reading a batch found.
    public void add(SpanBatch batch) {
        add(SpanFate.RECEIVED, batch.spans().size() + batch.rejectedCount());
        add(SpanFate.REJECTED, batch.rejectedCount());
        batch.losses().forEach((loss, count) -> add(fate(loss), count));
    }

    /// Forgets all counts.
    public void clear() {
        counts.values().forEach(LongAdder::reset);
    }

    public long of(SpanFate fate) {
        return adder(fate).sum();
    }

    private LongAdder adder(SpanFate fate) {
        return counts.computeIfAbsent(fate, missing -> new LongAdder());
    }

    private static SpanFate fate(SpanBatch.Loss loss) {
        return switch (loss) {
            case NAME_CUT -> SpanFate.NAME_CUT;
            case LINKS_DROPPED -> SpanFate.LINKS_DROPPED;
            case WEIGHT_CAPPED -> SpanFate.WEIGHT_CAPPED;
            case NEGATIVE_DURATION -> SpanFate.NEGATIVE_DURATION;
        };
    }
}
