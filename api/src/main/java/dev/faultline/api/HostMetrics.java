package dev.faultline.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.ranking.MetricSource;
import dev.faultline.collectors.host.HostGauges;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Gauges this host all the time, and tells it as evidence of the host's CI once that is known.
final class HostMetrics implements MetricSource, AutoCloseable {
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final HostGauges gauges;
    private final Loop loop;
    private volatile @Nullable String hostCiId;

    HostMetrics(Clock clock) {
        this.gauges = new HostGauges(clock);
        this.loop = Loop.of("host-gauges", new LoopTimes(HostGauges.STEP, HostGauges.STEP, HostGauges.STEP, STOP_MAX), this::sample);
    }

    /// Begins to gauge.
    void start() {
        loop.start();
    }

    /// Learns which CI the host is; discoveries may merge or split it.
    void isKnownAs(String ciId) {
        hostCiId = ciId;
    }

    @Override
    public List<Series> of(Collection<String> ciIds, Instant from, Instant to, Consumer<String> missing) {
        String ciId = hostCiId;
        return ciId != null && ciIds.contains(ciId) ? gauges.series(ciId, from, to) : List.of();
    }

    private void sample() {
        try {
            gauges.sample();
        } catch (IOException e) {
            throw new UncheckedIOException("this host cannot be gauged: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
