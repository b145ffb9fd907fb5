package dev.faultline.collectors.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphUnavailableException;
import dev.faultline.graph.claim.Run;
import dev.faultline.graph.claim.RunOutcome;
import dev.faultline.graph.claim.RunReport;

/// Runs a collector again and again and brings each run into the graph.
public final class CollectorSchedule implements AutoCloseable {
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    /// How long one who approved waits for the run.
    private static final Duration APPROVED_MAX = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(CollectorSchedule.class);

    private final Collector collector;
    private final Reconciliations reconciliations;
    private final Duration interval;
    private final Clock clock;
    private final Supplier<String> newIds;
    private final ScheduledExecutorService thread;
    private final List<Consumer<RunReport>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable RunReport lastReport;
    private volatile @Nullable Future<?> runs;

    public CollectorSchedule(Collector collector, Reconciliations reconciliations, Duration interval, Clock clock,
            Supplier<String> newIds) {
        this.collector = collector;
        this.reconciliations = reconciliations;
        this.interval = interval;
        this.clock = clock;
        this.newIds = newIds;
        thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("collect-" + collector.source()).factory());
    }

    /// Runs at once, and then again an interval after each run has ended.
    public void start() {
        runs = thread.scheduleWithFixedDelay(this::runQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Runs once and tells what it changed; a collector that fails makes a failed run, which is kept too.
    public RunReport runOnce() {
        return runOnce(collector.gate());
    }

    /// Runs at once, with as many removals approved as a run held back, and tells what it changed.
    public RunReport runApproved(RunReport held) {
        try {
            return thread.submit(() -> runOnce(RemovalGate.approving(held))).get(APPROVED_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new GraphUnavailableException("the approved run did not end within " + APPROVED_MAX, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphUnavailableException("interrupted before the approved run ended", e);
        }
    }

    /// Tells somebody of each run after it is in the graph, on the thread of the runs.
    public CollectorSchedule onRun(Consumer<RunReport> listener) {
        listeners.add(listener);
        return this;
    }

    /// The name of the collector's source.
    public String source() {
        return collector.source();
    }

    /// What part of the source it looks at.
    public String scope() {
        return collector.scope();
    }

    /// What the last run changed, or null before the first one has ended.
    public @Nullable RunReport lastReport() {
        return lastReport;
    }

    private RunReport runOnce(RemovalGate gate) {
        var report = reconciliations.reconcile(collect(), gate);
        lastReport = report;
        LOG.debug("run of {} over {}: {} {}", report.source(), report.scope(), report.outcome(), report.counts());
        listeners.forEach(listener -> listener.accept(report));
        return report;
    }

    private Run collect() {
        var startedAt = clock.instant();
        try {
            return collector.collect();
        } catch (RuntimeException failed) {
            LOG.warn("collector {} failed: {}", collector.source(), failed.toString());
            return new Run(newIds.get(), collector.source(), collector.scope(), startedAt, clock.instant(), RunOutcome.FAILED,
                    "the collector failed: " + failed, List.of());
        }
    }

    private void runQuietly() {
        try {
            runOnce();
        } catch (RuntimeException unstored) {
            LOG.warn("a run of {} could not be stored, tried again in {}: {}", collector.source(), interval, unstored.toString());
        }
    }

    @Override
    public void close() {
        var scheduled = runs;
        if (scheduled != null) {
            scheduled.cancel(false);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
