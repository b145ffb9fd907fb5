package dev.faultline.api;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.reconciliation.Collector;
import dev.faultline.collectors.reconciliation.Reconciliations;

/// Discovers the host that Faultline runs on, again and again, and reconciles what it finds.
final class HostDiscovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostDiscovery.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Collector collector;
    private final Reconciliations reconciliations;
    private final Runnable written;
    private final ScheduledExecutorService executor = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("host-discovery").daemon().factory());

    private HostDiscovery(Collector collector, Reconciliations reconciliations, Runnable written) {
        this.collector = collector;
        this.reconciliations = reconciliations;
        this.written = written;
    }

    /// Begins to discover.
    ///
    /// @param written is told after each run
    static HostDiscovery start(Collector collector, Reconciliations reconciliations, Duration interval, Runnable written) {
        HostDiscovery discovery = new HostDiscovery(collector, reconciliations, written);
        var _ = discovery.executor.scheduleWithFixedDelay(discovery::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return discovery;
    }

    private void look() {
        try {
            reconciliations.reconcile(collector.collect(), collector.gate());
            written.run();
        } catch (RuntimeException e) {
            LOG.warn("this host could not be discovered; it is tried again", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the discovery of this host did not end within {}", STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
