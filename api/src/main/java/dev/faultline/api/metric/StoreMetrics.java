package dev.faultline.api.metric;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import dev.faultline.api.ranking.MetricSource;
import dev.faultline.collectors.prometheus.MetricStore;
import dev.faultline.collectors.prometheus.StoreReading;
import dev.faultline.collectors.prometheus.client.StoreTrouble;
import dev.faultline.graph.evidence.Series;

/// A metric store as a source of metrics.
record StoreMetrics(MetricStore store) implements MetricSource {
    @Override
    public List<Series> of(Collection<String> ciIds, Instant from, Instant to, Consumer<String> missing) {
        StoreReading reading = store.read(ciIds, from, to);
        reading.troubles().stream().sorted().map(StoreTrouble::word).forEach(missing);
        return reading.series();
    }
}
