package dev.faultline.api.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import dev.faultline.api.ranking.LogSource;
import dev.faultline.collectors.loki.LokiSeries;
import dev.faultline.collectors.prometheus.MetricStore;
import dev.faultline.collectors.prometheus.StoreReading;
import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.TimeWindow;

/// Loki as a source of logs.
record LokiLogs(MetricStore store) implements LogSource {
    /// Lines are counted by the minute.
    static final Duration STEP = Duration.ofMinutes(1);

    @Override
    public List<LogSeries> of(Collection<String> ciIds, Instant from, TimeWindow window, Consumer<String> missing) {
        StoreReading reading = store.read(ciIds, from, window.to());
        reading.troubles().stream().sorted().map(trouble -> "logs-" + trouble.name().toLowerCase(Locale.ROOT)).forEach(missing);
        return LokiSeries.of(reading);
    }
}
