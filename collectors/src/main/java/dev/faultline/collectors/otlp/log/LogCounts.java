package dev.faultline.collectors.otlp.log;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// How many log lines met which fate since the start; any thread may count.
public final class LogCounts {
    private final Map<LogFate, LongAdder> counts = new EnumMap<>(LogFate.class);

    public LogCounts() {
        for (LogFate fate : LogFate.values()) {
            counts.put(fate, new LongAdder());
        }
    }

    public void add(LogFate fate, long count) {
        adder(fate).add(count);
    }

    /// Counts what reading a batch found.
    public void add(LogBatch batch) {
        add(LogFate.RECEIVED, batch.lines().size() + batch.rejectedCount());
        add(LogFate.REJECTED, batch.rejectedCount());
        add(LogFate.LINE_CUT, batch.cut());
    }

    public long of(LogFate fate) {
        return adder(fate).sum();
    }

    private LongAdder adder(LogFate fate) {
        return counts.computeIfAbsent(fate, missing -> new LongAdder());
    }
}
