package dev.faultline.collectors.prometheus;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import dev.faultline.collectors.prometheus.client.StoreTrouble;

/// How the store did since the start.
public final class StoreCounts {
    private final LongAdder answers = new LongAdder();
    private final LongAdder answerNanos = new LongAdder();
    private final Map<StoreTrouble, LongAdder> failures = new EnumMap<>(StoreTrouble.class);

    StoreCounts() {
        for (StoreTrouble trouble : StoreTrouble.values()) {
            failures.put(trouble, new LongAdder());
        }
    }

    void answered(long nanos) {
        answers.increment();
        answerNanos.add(nanos);
    }

    void failed(StoreTrouble trouble) {
        of(trouble).increment();
    }

    /// How many queries were answered.
    public long answers() {
        return answers.sum();
    }

    /// How long these took, one after the other.
    public double answerSeconds() {
        return answerNanos.sum() / 1e9;
    }

    /// How many queries failed.
    public long failures(StoreTrouble trouble) {
        return of(trouble).sum();
    }

    private LongAdder of(StoreTrouble trouble) {
        return failures.getOrDefault(trouble, answers);
    }
}
