package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.otlp.journal.BodyFormat;
import dev.faultline.collectors.otlp.journal.Journal;
import dev.faultline.collectors.otlp.journal.JournalException;
import dev.faultline.collectors.otlp.pair.CallMinute;
import dev.faultline.collectors.otlp.pair.CallSum;
import dev.faultline.collectors.otlp.pair.SpanCounts;
import dev.faultline.collectors.otlp.pair.SpanPairing;
import dev.faultline.collectors.otlp.span.Span;
import dev.faultline.collectors.otlp.span.SpanBatch;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Takes OTLP requests in: keeps each in the journal before it is answered, and brings its calls into the graph exactly once.
///
/// Bodies go into numbered segments. When a segment is closed, the calls that its bodies completed are written to the graph together
/// with its number. After a crash the segments are read again from some before the last written one, as far back as a span can wait,
/// which brings back the spans that still wait for their partners; the calls of segments that are written are dropped.
public final class TraceIntake implements OtlpIntake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TraceIntake.class);
    private static final long RETRY_AFTER_SECONDS = 2;
    private static final long TICK_MILLIS = 100;
    private static final Duration FAILURE_PAUSE = Duration.ofMillis(100);
    private static final Duration STEP_MAX = Duration.ofSeconds(30);
    /** A waiting span came within one wait, its partner within another before that. */
    private static final int WAITS_KEPT = 2;

    private final TraceLimits limits;
    private final Journal journal;
    private final Clock clock;
    private final SpanCounts counts;
    private final SpanDecoders decoders;
    private final SpanPairing pairing;
    private final SegmentWriter<CallMinute, CallSum> writer;
    private final CallRecorder recorder;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final AtomicInteger queuedSpans = new AtomicInteger();
    private final AtomicBoolean keeps = new AtomicBoolean(true);
    private final Object journalLock = new Object();
    private final Map<Long, Long> closedAtMillis = new HashMap<>();
    private final Loop loop;
    private final Set<Long> undeleted = new HashSet<>();
    private long segmentStartedMillis;
    private boolean segmentStuck;
    private volatile boolean stopping;

    /// What the pairing thread takes in the order of the journal.
    private sealed interface Arrival {
        record Spans(List<Span> spans, long arrivedMillis) implements Arrival {}

        record SegmentEnd(long segment, long atMillis) implements Arrival {}
    }

    private TraceIntake(TraceLimits limits, Journal journal, CallRecorder recorder, SpanCounts counts, Clock clock) {
        this.limits = limits;
        this.journal = journal;
        this.recorder = recorder;
        this.counts = counts;
        this.clock = clock;
        this.decoders = new SpanDecoders(limits.span());
        this.pairing = new SpanPairing(limits.pair(), counts);
        this.writer = new SegmentWriter<>("calls", recorder, journal.id(), limits.graphPatience(), limits.stopPatience(), this::written);
        this.loop = Loop.draining("span-pairing", LoopTimes.unrested(FAILURE_PAUSE, STEP_MAX, limits.stopPatience()), this::step,
                arrivals::isEmpty);
    }

    /// Writes what an earlier life accepted and did not write, and begins to take requests.
    ///
    /// @param counts told the fate of each span
    public static TraceIntake open(TraceLimits limits, Journal journal, CallRecorder recorder, SpanCounts counts, Clock clock) {
        TraceIntake intake = new TraceIntake(limits, journal, recorder, counts, clock);
        intake.writer.start();
        try {
            intake.start(intake.replay());
        } catch (RuntimeException e) {
            intake.writer.close();
            throw e;
        }
        return intake;
    }

    private void start(long lastSegment) {
        synchronized (journalLock) {
            journal.start(lastSegment + 1);
        }
        segmentStartedMillis = clock.millis();
        loop.start();
    }

    @Override
    public IntakeAnswer receive(BodyFormat format, byte[] body) {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            return new IntakeAnswer.Unavailable(problem.get(), RETRY_AFTER_SECONDS);
        }
        long now = clock.millis();
        SpanBatch batch = decoders.decode(format, body, now);
        if (!batch.spans().isEmpty()) {
            try {
                keep(format, body, batch.spans(), now);
                if (keeps.compareAndSet(false, true)) {
                    LOG.warn("spans are taken again");
                }
            } catch (JournalException e) {
                noteNotKept(e);
                return new IntakeAnswer.Unavailable(String.valueOf(e.getMessage()), RETRY_AFTER_SECONDS);
            }
        }
        counts.add(batch);
        return new IntakeAnswer.Accepted(batch.rejectedCount(), batch.rejectedSentence());
    }

    @Override
    public Optional<String> problem() {
        if (stopping) {
            return Optional.of("Faultline is stopping");
        }
        if (queuedSpans.get() > limits.queuedSpansMax()) {
            return Optional.of("more than " + limits.queuedSpansMax() + " spans wait for their turn");
        }
        return loop.problem().or(writer::problem);
    }

    private void keep(BodyFormat format, byte[] body, List<Span> spans, long now) {
        synchronized (journalLock) {
            journal.append(format, now, body);
            queuedSpans.addAndGet(spans.size());
            arrivals.add(new Arrival.Spans(spans, now));
        }
    }

    /// Says once that the disk takes nothing, however many come meanwhile.
    private void noteNotKept(JournalException e) {
        if (keeps.compareAndSet(true, false)) {
            LOG.warn("spans are not taken: {}", e.getMessage());
        }
    }

    private void step() throws InterruptedException {
        switch (arrivals.poll(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
            case null -> {
            }
            case Arrival.Spans(var spans, var arrivedMillis) -> {
                queuedSpans.addAndGet(-spans.size());
                pairing.accept(spans, arrivedMillis);
            }
            case Arrival.SegmentEnd(var segment, var atMillis) -> end(segment, atMillis);
        }
        closeSegmentInTime();
    }

    private void closeSegmentInTime() {
        long now = clock.millis();
        boolean due = now - segmentStartedMillis >= limits.segmentMax().toMillis() || pairing.sumCount() >= limits.segmentCallsMax();
        boolean needed = pairing.waitingCount() > 0 || pairing.sumCount() > 0 || !journal.isEmpty();
        if (due && needed && writer.isIdle()) {
            closeSegment(now);
        }
    }

    private void closeSegment(long now) {
        segmentStartedMillis = now;
        synchronized (journalLock) {
            long segment = journal.segment();
            try {
                journal.next(now);
                arrivals.add(new Arrival.SegmentEnd(segment, now));
                segmentStuck = false;
            } catch (JournalException e) {
                if (!segmentStuck) {
                    LOG.warn("segment {} goes on, as the next one cannot be made: {}", segment, e.getMessage());
                }
                segmentStuck = true;
            }
        }
    }

    private void end(long segment, long atMillis) throws InterruptedException {
        pass(segment, atMillis);
        writer.put(new SegmentWriter.Segment<>(segment, pairing.take()));
    }

    private void pass(long segment, long atMillis) {
        pairing.pass(atMillis);
        synchronized (closedAtMillis) {
            closedAtMillis.put(segment, atMillis);
        }
    }

    /// Removes segments that no replay needs any more.
    private void written(long segment) {
        synchronized (journalLock) {
            synchronized (closedAtMillis) {
                Long last = closedAtMillis.get(segment);
                long before = (last == null ? clock.millis() : last) - WAITS_KEPT * limits.pair().waitMillis();
                for (long old : journal.segments()) {
                    Long closed = closedAtMillis.get(old);
                    if (old < segment && closed != null && closed < before) {
                        delete(old);
                    }
                }
            }
        }
    }

    /// One that cannot be removed now is tried again with the next.
    private void delete(long segment) {
        try {
            journal.delete(segment);
            closedAtMillis.remove(segment);
            undeleted.remove(segment);
        } catch (JournalException e) {
            if (undeleted.add(segment)) {
                LOG.warn("a segment that is in the graph stays on disk for now", e);
            }
        }
    }

    /// Reads all segments, and has those written that are not in the graph; returns the number of the last.
    ///
    /// What cannot be read or paired costs only itself.
    private long replay() {
        long inGraph = recorder.segments().last(journal.id());
        long last = inGraph;
        for (long segment : journal.segments()) {
            last = Math.max(last, segment);
            try {
                long atMillis = journal.read(segment, this::replay).orElseGet(() -> close(segment));
                if (segment > inGraph) {
                    LOG.info("segment {} of an earlier run is written to the graph", segment);
                    end(segment, atMillis);
                } else {
                    pass(segment, atMillis);
                    pairing.take();
                    counts.clear();
                }
            } catch (JournalException e) {
                LOG.error("a segment of an earlier run stays where it is, and its calls are not in the graph", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before the segments of an earlier run were written", e);
            }
        }
        return last;
    }

    private void replay(BodyFormat format, long arrivedMillis, byte[] body) {
        try {
            pairing.accept(decoders.decode(format, body, arrivedMillis).spans(), arrivedMillis);
        } catch (RuntimeException e) {
            LOG.error("{} bytes of spans of an earlier run cannot be read and are left out", body.length, e);
        }
    }

    private long close(long segment) {
        long now = clock.millis();
        synchronized (journalLock) {
            journal.start(segment);
            journal.end(now);
        }
        return now;
    }

    /// Takes no more, and writes what is accepted as far as the patience reaches.
    @Override
    public void close() {
        stopping = true;
        try {
            loop.close();
            closeSegment(clock.millis());
            if (arrivals.peek() instanceof Arrival.SegmentEnd(var segment, var atMillis) && writer.isIdle()) {
                end(segment, atMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.close();
        journal.close();
    }
}
