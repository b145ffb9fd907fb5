package dev.faultline.api;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.ranking.MetricSource;
import dev.faultline.collectors.host.HostGauges;
import dev.faultline.graph.evidence.Series;

/// Gauges this host all the time, and tells it as evidence of the host's CI once that is known.
final class HostMetrics implements MetricSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostMetrics.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final HostGauges gauges;
    private final ScheduledExecutorService executor = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("host-gauges").daemon().factory());
    private volatile @Nullable String hostCiId;
    private boolean failing;

    HostMetrics(Clock clock) {
        this.gauges = new HostGauges(clock);
    }

    /// Begins to gauge.
    void start() {
        var _ = executor.scheduleAtFixedRate(this::sample, 0, HostGauges.STEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Learns which CI the host is; discoveries may merge or split it.
    void isKnownAs(String ciId) {
        hostCiId = ciId;
    }

    @Override
    public List<Series> of(Collection<String> ciIds, Instant from, Instant to) {
        String ciId = hostCiId;
        return ciId != null && ciIds.contains(ciId) ? gauges.series(ciId, from, to) : List.of();
    }

    private void sample() {
        try {
            gauges.sample();
            failing = false;
        } catch (IOException | RuntimeException e) {
            if (!failing) {
                LOG.warn("this host cannot be gauged, tried again every {}: {}", HostGauges.STEP, e.toString());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            var _ = executor.awaitTermination(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
