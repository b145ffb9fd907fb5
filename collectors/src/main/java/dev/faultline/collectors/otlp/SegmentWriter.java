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

import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Writes one segment after the other to the graph, each until it is written, and knows whether the graph takes them.
final class SegmentWriter<K, S> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);
    private static final int WAITING_SEGMENTS_MAX = 2;
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);
    private static final Duration WAIT_STEP = Duration.ofMillis(20);
    private static final Duration FAILURE_PAUSE = Duration.ofMillis(500);

    private final String name;
    private final SegmentSink<K, S> sink;
    private final String journalId;
    private final LongConsumer onWritten;
    private final BlockingQueue<Segment<K, S>> waiting = new ArrayBlockingQueue<>(WAITING_SEGMENTS_MAX);
    private final Loop loop;
    private volatile boolean stopping;
    private @Nullable PendingSegment<K, S> pending;

    /// The sums of one segment.
    record Segment<K, S>(long number, Map<K, S> sums) {}

    /// @param name of what it writes, such as `calls`, and so of its thread
    /// @param graphPatience how long a write may take before it is told as a problem
    /// @param stopPatience how long a stop waits for what is to be written
    /// @param onWritten told the number of each segment when it is in the graph
    SegmentWriter(String name, SegmentSink<K, S> sink, String journalId, Duration graphPatience, Duration stopPatience,
            LongConsumer onWritten) {
        this.name = name;
        this.sink = sink;
        this.journalId = journalId;
        this.onWritten = onWritten;
        this.loop = Loop.draining(name + "-segments", LoopTimes.unrested(FAILURE_PAUSE, graphPatience, stopPatience), this::step,
                waiting::isEmpty);
    }

    void start() {
        loop.start();
    }

    /// Whether nothing is being written or waits for it.
    boolean isIdle() {
        return waiting.isEmpty();
    }

    /// Takes a segment, as soon as there is room.
    void put(Segment<K, S> segment) throws InterruptedException {
        waiting.put(segment);
    }

    /// Why the graph takes nothing now, or nothing where it does.
    Optional<String> problem() {
        return loop.problem().map(reason -> name + " cannot be written to the graph: " + reason);
    }

    private void step() throws InterruptedException {
        Segment<K, S> segment = waiting.peek();
        if (segment == null) {
            sink.segments().verify();
            waitForOne();
            return;
        }
        PendingSegment<K, S> writing = pending == null
                ? new PendingSegment<>(sink, journalId, segment.number(), segment.sums())
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
            LOG.warn("the last {} are not in the graph yet; they are written after the next start", name);
        }
    }
}
