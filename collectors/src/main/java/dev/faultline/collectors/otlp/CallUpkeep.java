package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

import dev.faultline.graph.call.CallRetention;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Takes calls that are past their age out of the graph, now and then and each time until none is left, in a thread of its own.
public final class CallUpkeep implements AutoCloseable {
    private static final LoopTimes TIMES = new LoopTimes(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofHours(1),
            Duration.ofSeconds(10));

    private final CallRetention retention;
    private final Duration windowAge;
    private final Clock clock;
    private final Loop loop = Loop.of("call-upkeep", TIMES, this::step);
    private final LongAdder windowsRemoved = new LongAdder();

    private CallUpkeep(CallRetention retention, Duration windowAge, Clock clock) {
        this.retention = retention;
        this.windowAge = windowAge;
        this.clock = clock;
    }

    /// @param windowAge how long the minutes of call edges are kept
    public static CallUpkeep start(CallRetention retention, Duration windowAge, Clock clock) {
        CallUpkeep upkeep = new CallUpkeep(retention, windowAge, clock);
        upkeep.loop.start();
        return upkeep;
    }

    /// How many windows were removed since the start.
    public long windowsRemoved() {
        return windowsRemoved.sum();
    }

    private void step() {
        long minute = clock.instant().minus(windowAge).getEpochSecond() / 60;
        long removed;
        do {
            removed = retention.removeWindowsBefore(minute);
            windowsRemoved.add(removed);
        } while (removed == CallRetention.WINDOWS_AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    @Override
    public void close() {
        loop.close();
    }
}
