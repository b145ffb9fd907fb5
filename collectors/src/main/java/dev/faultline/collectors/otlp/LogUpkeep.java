package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

import dev.faultline.graph.log.LogStore;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Takes windows of logs that are past their age out of the graph, and what logs claimed about services that log no more, in a thread
/// of its own.
public final class LogUpkeep implements AutoCloseable {
    private static final LoopTimes TIMES = new LoopTimes(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofHours(1),
            Duration.ofSeconds(10));
    private static final int CLAIMS_AT_ONCE = 1_000;
    private static final Duration LOOK_AFTER = Duration.ofHours(1);

    private final LogStore store;
    private final UnseenParties parties;
    private final Duration age;
    private final Clock clock;
    private final Loop loop = Loop.of("log-upkeep", TIMES, this::step);
    private final LongAdder windowsRemoved = new LongAdder();
    private Instant lookedAt = Instant.EPOCH;

    private LogUpkeep(LogStore store, UnseenParties parties, Duration age, Clock clock) {
        this.store = store;
        this.parties = parties;
        this.age = age;
        this.clock = clock;
    }

    /// Begins to look what is past its age.
    ///
    /// @param age how long windows are kept
    public static LogUpkeep start(LogStore store, UnseenParties parties, Duration age, Clock clock) {
        LogUpkeep upkeep = new LogUpkeep(store, parties, age, clock);
        upkeep.loop.start();
        return upkeep;
    }

    /// How many windows were removed since the start.
    public long windowsRemoved() {
        return windowsRemoved.sum();
    }

    private void step() {
        long before = clock.instant().minus(age).getEpochSecond() / 60;
        long removed;
        long all = 0;
        do {
            removed = store.removeBefore(before);
            all += removed;
        } while (removed == LogStore.WINDOWS_AT_ONCE && !Thread.currentThread().isInterrupted());
        windowsRemoved.add(all);
        if (all > 0 && clock.instant().isAfter(lookedAt.plus(LOOK_AFTER))) {
            lookedAt = clock.instant();
            parties.takeBack(store.unloggedClaims(ReconciledParties.SOURCE, UnseenParties.LOGS, CLAIMS_AT_ONCE));
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
