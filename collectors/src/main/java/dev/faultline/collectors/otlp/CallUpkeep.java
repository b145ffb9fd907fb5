package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.call.CallRetention;
import dev.faultline.graph.call.CallRetention.UnseenEdge;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Takes calls that are past their age out of the graph, now and then and each time until none is left, in a thread of its own.
///
/// Windows are removed; call edges over which nothing flowed for long, and the CIs at their ends, are retired and stay as history.
public final class CallUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CallUpkeep.class);
    private static final LoopTimes TIMES = new LoopTimes(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofHours(1),
            Duration.ofSeconds(10));

    private final CallRetention retention;
    private final UnseenParties parties;
    private final Ages ages;
    private final Clock clock;
    private final Loop loop = Loop.of("call-upkeep", TIMES, this::step);
    private final LongAdder windowsRemoved = new LongAdder();
    private final LongAdder edgesRetired = new LongAdder();
    private final LongAdder partiesRetired = new LongAdder();

    /// How long what is kept.
    ///
    /// @param window minutes of call edges
    /// @param unseen call edges over which nothing flows, and the CIs at their ends
    public record Ages(Duration window, Duration unseen) {}

    private CallUpkeep(CallRetention retention, UnseenParties parties, Ages ages, Clock clock) {
        this.retention = retention;
        this.parties = parties;
        this.ages = ages;
        this.clock = clock;
    }

    public static CallUpkeep start(CallRetention retention, UnseenParties parties, Ages ages, Clock clock) {
        CallUpkeep upkeep = new CallUpkeep(retention, parties, ages, clock);
        upkeep.loop.start();
        return upkeep;
    }

    /// How many windows were removed since the start.
    public long windowsRemoved() {
        return windowsRemoved.sum();
    }

    /// How many call edges were retired since the start.
    public long edgesRetired() {
        return edgesRetired.sum();
    }

    /// How many CIs at their ends were retired since the start.
    public long partiesRetired() {
        return partiesRetired.sum();
    }

    private void step() {
        removeWindows(minuteBefore(ages.window));
        retireUnseen(minuteBefore(ages.unseen));
    }

    private void removeWindows(long minute) {
        long removed;
        do {
            removed = retention.removeWindowsBefore(minute);
            windowsRemoved.add(removed);
        } while (removed == CallRetention.WINDOWS_AT_ONCE && !Thread.currentThread().isInterrupted());
    }

    /// CIs go before their edges, by which they are found should this end in between.
    private void retireUnseen(long minute) {
        List<UnseenEdge> unseen = retention.unseenSince(minute);
        while (!unseen.isEmpty() && !Thread.currentThread().isInterrupted()) {
            int partyCount = parties.retire(retention.partiesUnseenSince(minute, unseen));
            long edgeCount = retention.retire(unseen, minute, clock.instant());
            partiesRetired.add(partyCount);
            edgesRetired.add(edgeCount);
            LOG.info("{} call edges and {} CIs without calls for {} are retired", edgeCount, partyCount, ages.unseen);
            unseen = retention.unseenSince(minute);
        }
    }

    private long minuteBefore(Duration age) {
        return clock.instant().minus(age).getEpochSecond() / 60;
    }

    @Override
    public void close() {
        loop.close();
    }
}
