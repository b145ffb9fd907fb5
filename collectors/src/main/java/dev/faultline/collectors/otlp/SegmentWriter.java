package dev.faultline.collectors.otlp;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.otlp.pair.CallMinute;
import dev.faultline.collectors.otlp.pair.CallSum;

/// Writes one segment after the other to the graph, each until it is written, and knows whether the graph takes them.
final class SegmentWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);
    private static final int WAITING_SEGMENTS_MAX = 2;
    private static final long LOOK_INTERVAL_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 500;
    private static final int OLD_WINDOWS_AT_ONCE = 10_000;
    private static final long CLEAN_INTERVAL_MILLIS = 60_000;
    private static final long MILLIS_PER_MINUTE = 60_000;

    private final CallRecorder recorder;
    private final String journalId;
    private final TraceLimits limits;
    private final LongConsumer onWritten;
    private final BlockingQueue<Segment> waiting = new ArrayBlockingQueue<>(WAITING_SEGMENTS_MAX);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable String problem;
    private volatile long busySinceNanos;
    private volatile boolean busy;
    private long cleanedAtMillis;

    /// The calls of one segment.
    record Segment(long number, long closedAtMillis, Map<CallMinute, CallSum> sums) {}

    /// @param onWritten told the number of each segment when it is in the graph
    SegmentWriter(CallRecorder recorder, String journalId, TraceLimits limits, LongConsumer onWritten) {
        this.recorder = recorder;
        this.journalId = journalId;
        this.limits = limits;
        this.onWritten = onWritten;
        this.thread = Thread.ofPlatform().name("span-segments").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Whether nothing is being written or waits for it.
    boolean isIdle() {
        return waiting.isEmpty() && !busy;
    }

    /// Takes a segment, as soon as there is room.
    void put(Segment segment) throws InterruptedException {
        waiting.put(segment);
    }

    /// Why the graph takes nothing now, or nothing where it does.
    Optional<String> problem() {
        String known = problem;
        if (known == null && busy && System.nanoTime() - busySinceNanos > limits.graphPatience().toNanos()) {
            return Optional.of("the graph has not taken the last calls for " + limits.graphPatience().toSeconds() + " s");
        }
        return Optional.ofNullable(known);
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                Segment segment = waiting.peek();
                if (segment == null) {
                    look();
                    waitForOne();
                } else {
                    writeUntilWritten(segment);
                    waiting.remove();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForOne() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_INTERVAL_MILLIS);
        while (waiting.isEmpty() && !stopping && System.nanoTime() < deadline) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private void writeUntilWritten(Segment segment) throws InterruptedException {
        busySinceNanos = System.nanoTime();
        busy = true;
        try {
            PendingSegment pending = new PendingSegment(recorder, journalId, segment.number(), segment.sums());
            while (!attempt(pending::write)) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } finally {
            busy = false;
        }
        onWritten.accept(segment.number());
        clean(segment.closedAtMillis());
    }

    /// Sees while nothing is to be written whether the graph answers.
    private void look() {
        attempt(() -> recorder.writer().verify());
    }

    private boolean attempt(Runnable work) {
        try {
            work.run();
            problem = null;
            return true;
        } catch (RuntimeException e) {
            if (problem == null) {
                LOG.warn("calls cannot be written to the graph now", e);
            }
            problem = "calls cannot be written to the graph: " + e.getMessage();
            return false;
        }
    }

    private void clean(long nowMillis) {
        if (nowMillis - cleanedAtMillis < CLEAN_INTERVAL_MILLIS) {
            return;
        }
        long before = (nowMillis - limits.windowAge().toMillis()) / MILLIS_PER_MINUTE;
        attempt(() -> recorder.writer().removeWindowsBefore(before, OLD_WINDOWS_AT_ONCE));
        cleanedAtMillis = nowMillis;
    }

    /// Writes what waits, as long as the patience lasts.
    @Override
    public void close() {
        stopping = true;
        try {
            if (!thread.join(limits.stopPatience())) {
                LOG.warn("the last calls are not in the graph yet; they are written after the next start");
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
