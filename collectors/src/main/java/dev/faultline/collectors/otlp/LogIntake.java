package dev.faultline.collectors.otlp;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.otlp.decode.LogDecoder;
import dev.faultline.collectors.otlp.journal.BodyFormat;
import dev.faultline.collectors.otlp.journal.Journal;
import dev.faultline.collectors.otlp.journal.JournalException;
import dev.faultline.collectors.otlp.log.LogBatch;
import dev.faultline.collectors.otlp.log.LogCounts;
import dev.faultline.collectors.otlp.log.LogKey;
import dev.faultline.collectors.otlp.log.LogLimits;
import dev.faultline.collectors.otlp.log.LogSum;
import dev.faultline.collectors.otlp.log.LogSumText;
import dev.faultline.collectors.otlp.log.LogSummary;
import dev.faultline.collectors.otlp.log.LogSums;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Takes OTLP requests of logs in: counts the lines of each, keeps the counts in the journal before it is answered, and adds them to
/// the graph exactly once.
///
/// Counts go into numbered segments. A closed segment is written to the graph together with its number, and then removed; after a crash
/// those that are left are read again, and those whose number is in the graph are dropped.
public final class LogIntake implements OtlpIntake, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogIntake.class);
    private static final long RETRY_AFTER_SECONDS = 2;
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration STEP_MAX = Duration.ofSeconds(30);

    private final LogLimits limits;
    private final Journal journal;
    private final LogRecorder recorder;
    private final LogCounts counts;
    private final Clock clock;
    private final Map<BodyFormat, LogDecoder> decoders;
    private final LogSummary summary;
    private final SegmentWriter<LogKey, LogSum> writer;
    private final Loop loop = Loop.of("log-segments-close", new LoopTimes(TICK, TICK, STEP_MAX, STEP_MAX), this::closeSegmentInTime);
    private final Object journalLock = new Object();
    private final LogSums gathered = new LogSums();
    private final Set<Long> undeleted = new HashSet<>();
    private long segmentStartedMillis;
    private boolean keeps = true;
    private volatile boolean stopping;

    private LogIntake(LogLimits limits, Journal journal, LogRecorder recorder, LogCounts counts, Clock clock) {
        this.limits = limits;
        this.journal = journal;
        this.recorder = recorder;
        this.counts = counts;
        this.clock = clock;
        this.decoders = Map.of(BodyFormat.PROTOBUF, LogDecoder.of(BodyFormat.PROTOBUF, limits), BodyFormat.JSON,
                LogDecoder.of(BodyFormat.JSON, limits));
        this.summary = new LogSummary(limits, counts);
        this.writer = new SegmentWriter<>("logs", recorder, journal.id(), limits.graphPatience(), limits.stopPatience(), this::written);
    }

    /// Writes what an earlier life accepted and did not write, and begins to take requests.
    ///
    /// @param counts told the fate of each line
    public static LogIntake open(LogLimits limits, Journal journal, LogRecorder recorder, LogCounts counts, Clock clock) {
        LogIntake intake = new LogIntake(limits, journal, recorder, counts, clock);
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
            segmentStartedMillis = clock.millis();
        }
        loop.start();
    }

    @Override
    public IntakeAnswer receive(BodyFormat format, byte[] body) {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            return new IntakeAnswer.Unavailable(problem.get(), RETRY_AFTER_SECONDS);
        }
        long now = clock.millis();
        LogBatch batch = decoder(format).decode(body, now);
        if (!batch.lines().isEmpty()) {
            try {
                keep(summary.of(batch.lines(), now), now);
            } catch (JournalException e) {
                return new IntakeAnswer.Unavailable(String.valueOf(e.getMessage()), RETRY_AFTER_SECONDS);
            }
        }
        counts.add(batch);
        return new IntakeAnswer.Accepted(batch.rejectedCount(), batch.rejectedSentence());
    }

    private LogDecoder decoder(BodyFormat format) {
        LogDecoder decoder = decoders.get(format);
        if (decoder == null) {
            throw new IllegalStateException("no decoder of logs for " + format);
        }
        return decoder;
    }

    @Override
    public Optional<String> problem() {
        if (stopping) {
            return Optional.of("Faultline is stopping");
        }
        synchronized (journalLock) {
            if (gathered.size() > limits.waitingSumsMax()) {
                return Optional.of("more than " + limits.waitingSumsMax() + " counts of log lines wait to be written");
            }
        }
        return loop.problem().or(writer::problem);
    }

    private void keep(Map<LogKey, LogSum> sums, long now) {
        byte[] text = LogSumText.of(sums);
        synchronized (journalLock) {
            try {
                journal.append(BodyFormat.JSON, now, text);
                gathered.addAll(sums);
                if (!keeps) {
                    LOG.warn("logs are taken again");
                }
                keeps = true;
            } catch (JournalException e) {
                if (keeps) {
                    LOG.warn("logs are not taken: {}", e.getMessage());
                }
                keeps = false;
                throw e;
            }
        }
    }

    private void closeSegmentInTime() throws InterruptedException {
        if (clock.millis() - segmentStartedMillis >= limits.segmentMax().toMillis() && writer.isIdle()) {
            closeSegment();
        }
    }

    /// Where the disk takes no further segment, the present one goes on.
    private void closeSegment() throws InterruptedException {
        SegmentWriter.Segment<LogKey, LogSum> closed;
        synchronized (journalLock) {
            segmentStartedMillis = clock.millis();
            if (gathered.size() == 0) {
                return;
            }
            long segment = journal.segment();
            journal.next(segmentStartedMillis);
            closed = new SegmentWriter.Segment<>(segment, gathered.take());
        }
        writer.put(closed);
    }

    private void written(long segment) {
        synchronized (journalLock) {
            undeleted.add(segment);
            for (long old : Set.copyOf(undeleted)) {
                delete(old);
            }
        }
    }

    /// One that cannot be removed now is tried again with the next; its number is in the graph.
    private void delete(long segment) {
        try {
            journal.delete(segment);
            undeleted.remove(segment);
        } catch (JournalException e) {
            LOG.warn("a segment that is in the graph stays on disk for now", e);
        }
    }

    /// Has the segments written that are not in the graph, and returns the number of the last; what cannot be read costs only itself.
    private long replay() {
        long inGraph = recorder.segments().last(journal.id());
        long last = inGraph;
        for (long segment : journal.segments()) {
            last = Math.max(last, segment);
            if (segment <= inGraph) {
                written(segment);
                continue;
            }
            try {
                LogSums sums = new LogSums();
                journal.read(segment, (format, arrivedMillis, text) -> replay(text, sums));
                LOG.info("segment {} of an earlier run is written to the graph", segment);
                writer.put(new SegmentWriter.Segment<>(segment, sums.take()));
            } catch (JournalException e) {
                LOG.error("a segment of an earlier run stays where it is, and its counts are not in the graph", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before the segments of an earlier run were written", e);
            }
        }
        return last;
    }

    private static void replay(byte[] text, LogSums sums) {
        try {
            sums.addAll(LogSumText.read(text));
        } catch (RuntimeException e) {
            LOG.error("{} bytes of log counts of an earlier run cannot be read and are left out", text.length, e);
        }
    }

    /// Takes no more, and writes what is accepted as far as the patience reaches.
    @Override
    public void close() {
        stopping = true;
        try {
            loop.close();
            if (writer.isIdle()) {
                closeSegment();
            }
        } catch (JournalException e) {
            LOG.warn("the last logs stay in the journal until the next start: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.close();
        journal.close();
    }
}
