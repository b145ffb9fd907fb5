package dev.faultline.api.metric;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.api.Parts;
import dev.faultline.api.ranking.LogSource;
import dev.faultline.api.ranking.MetricSource;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.collectors.otlp.CallParties;
import dev.faultline.collectors.prometheus.MetricStore;
import dev.faultline.collectors.prometheus.client.StoreSettings;
import dev.faultline.collectors.prometheus.client.StoreTrouble;
import dev.faultline.collectors.prometheus.rule.MetricRules;
import dev.faultline.graph.binding.SubjectFinder;
import dev.faultline.graph.call.CallWriter;
import dev.faultline.graph.neo4j.GraphConnection;

/// Opens the metric store and the Loki that the settings name.
public final class MetricParts {
    private MetricParts() {}

    /// Evidence of the store, or none where the settings name none.
    ///
    /// @param parties makes the ends of calls that nothing but the store tells of
    public static MetricSource open(Settings settings, GraphConnection graph, CallParties parties, MeterRegistry meters, Clock clock,
            Parts parts) {
        if (settings.get(Keys.PROMETHEUS_URL).isEmpty()) {
            return MetricSource.NONE;
        }
        StoreSettings store = StoreKeys.PROMETHEUS.read(settings, "", settings.get(Keys.PROMETHEUS_STEP),
                settings.get(Keys.PROMETHEUS_RANGE));
        MetricRules rules = settings.get(Keys.PROMETHEUS_RULES).map(file -> MetricRules.load(Path.of(file)))
                .orElseGet(MetricRules::defaults);
        return new StoreMetrics(open(store, rules, "faultline.metric.store", graph, parties, meters, clock, parts));
    }

    /// Counts of Loki, or none where the settings name none.
    public static LogSource openLoki(Settings settings, GraphConnection graph, CallParties parties, MeterRegistry meters, Clock clock,
            Parts parts) {
        if (settings.get(Keys.LOKI_URL).isEmpty()) {
            return LogSource.NONE;
        }
        StoreSettings store = StoreKeys.LOKI.read(settings, "/loki", LokiLogs.STEP, LokiLogs.STEP);
        MetricRules rules = settings.get(Keys.LOKI_RULES).map(file -> MetricRules.lokiDefaults().withFile(Path.of(file)))
                .orElseGet(MetricRules::lokiDefaults);
        return new LokiLogs(open(store, rules, "faultline.loki", graph, parties, meters, clock, parts));
    }

    private static MetricStore open(StoreSettings settings, MetricRules rules, String meter, GraphConnection graph, CallParties parties,
            MeterRegistry meters, Clock clock, Parts parts) {
        MetricStore store = parts.add(MetricStore.open(settings, rules, wanted -> graph.read(work -> new SubjectFinder(work).find(wanted)),
                parties, new CallWriter(graph)::see, clock));
        watch(store, meter, meters);
        return store;
    }

    private static void watch(MetricStore store, String meter, MeterRegistry meters) {
        FunctionTimer.builder(meter + ".answers", store, each -> each.counts().answers(),
                each -> each.counts().answerSeconds(), TimeUnit.SECONDS).description("queries that the store answered")
                .register(meters);
        for (StoreTrouble trouble : StoreTrouble.values()) {
            FunctionCounter.builder(meter + ".failures", store, each -> each.counts().failures(trouble))
                    .tag("trouble", trouble.name().toLowerCase(Locale.ROOT)).description("queries that the store did not answer")
                    .register(meters);
        }
        for (String source : store.sources()) {
            watch(store, meter, source, true, meters);
            watch(store, meter, source, false, meters);
        }
    }

    private static void watch(MetricStore store, String meter, String source, boolean bound, MeterRegistry meters) {
        Gauge.builder(meter + ".targets", store, each -> each.targets(source, bound)).tag("source", source)
                .tag("bound", Boolean.toString(bound)).description("what the store measures, by whether it is in the graph")
                .register(meters);
    }
}
