package dev.faultline.collectors.otlp;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.otlp.pair.CallMinute;
import dev.faultline.collectors.otlp.pair.CallSum;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Writes one segment after the other to the graph, each until it is written, and knows whether the graph takes them.
final class SegmentWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);
    private static final int WAITING_SEGMENTS_MAX = 2;
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration WAIT_STEP = Duration.ofMillis(20);
    private static final Duration FAILURE_PAUSE = Duration.ofMillis(500);

    private final CallRecorder recorder;
    private final String journalId;
    private final LongConsumer onWritten;
    private final BlockingQueue<Segment> waiting = new ArrayBlockingQueue<>(WAITING_SEGMENTS_MAX);
    private final Loop loop;
    private volatile boolean stopping;
    private @Nullable PendingSegment pending;

    /// The calls of one segment.
    record Segment(long number, Map<CallMinute, CallSum> sums) {}

    /// @param onWritten told the number of each segment when it is in the graph
    SegmentWriter(CallRecorder recorder, String journalId, TraceLimits limits, LongConsumer onWritten) {
        this.recorder = recorder;
        this.journalId = journalId;
        this.onWritten = onWritten;
        this.loop = Loop.draining("span-segments",
                LoopTimes.unrested(FAILURE_PAUSE, limits.graphPatience(), limits.stopPatience()), this::step, waiting::isEmpty);
    }

    void start() {
        loop.start();
    }

    /// Whether nothing is being written or waits for it.
    boolean isIdle() {
        return waiting.isEmpty();
    }

    /// Takes a segment, as soon as there is room.
    void put(Segment segment) throws InterruptedException {
        waiting.put(segment);
    }

    /// Why the graph takes nothing now, or nothing where it does.
    Optional<String> problem() {
        return loop.problem().map(reason -> "calls cannot be written to the graph: " + reason);
    }

    private void step() throws InterruptedException {
        Segment segment = waiting.peek();
        if (segment == null) {
            recorder.writer().verify();
            waitForOne();
            return;
        }
        PendingSegment writing = pending == null
                ? new PendingSegment(recorder, journalId, segment.number(), segment.sums())
                : pending;
        pending = writing;
        writing.write();
        pending = null;
        waiting.remove();
        onWritten.accept(segment.number());
    }

    private void waitForOne() throws InterruptedException {
        long deadline = System.nanoTime() + LOOK_INTERVAL.toNanos();
        while (waiting.isEmpty() && !stopping && System.nanoTime() < deadline) {
            Thread.sleep(WAIT_STEP);
        }
    }

    /// Writes what waits, as long as the patience lasts.
    @Override
    public void close() {
        stopping = true;
        loop.close();
        if (!waiting.isEmpty()) {
            LOG.warn("the last calls are not in the graph yet; they are written after the next start");
        }
    }
}
