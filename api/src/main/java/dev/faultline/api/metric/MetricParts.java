package dev.faultline.api.metric;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.api.ApiException;
import dev.faultline.api.Parts;
import dev.faultline.api.ranking.MetricSource;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.collectors.otlp.CallParties;
import dev.faultline.collectors.prometheus.MetricStore;
import dev.faultline.collectors.prometheus.client.Credentials;
import dev.faultline.collectors.prometheus.client.Credentials.Secret;
import dev.faultline.collectors.prometheus.client.StoreSettings;
import dev.faultline.collectors.prometheus.client.StoreTrouble;
import dev.faultline.collectors.prometheus.rule.MetricRules;
import dev.faultline.graph.binding.SubjectFinder;
import dev.faultline.graph.call.CallWriter;
import dev.faultline.graph.neo4j.GraphConnection;

/// Opens the metric store that the settings name.
public final class MetricParts {
    private MetricParts() {}

    /// Evidence of the store, or none where the settings name none.
    ///
    /// @param parties makes the ends of calls that nothing but the store tells of
    public static MetricSource open(Settings settings, GraphConnection graph, CallParties parties, MeterRegistry meters, Clock clock,
            Parts parts) {
        Optional<String> url = settings.get(Keys.PROMETHEUS_URL);
        if (url.isEmpty()) {
            return MetricSource.NONE;
        }
        MetricRules rules = settings.get(Keys.PROMETHEUS_RULES).map(file -> MetricRules.load(Path.of(file)))
                .orElseGet(MetricRules::defaults);
        MetricStore store = parts.add(MetricStore.open(storeSettings(url.get(), settings), rules,
                wanted -> graph.read(work -> new SubjectFinder(work).find(wanted)), parties, new CallWriter(graph)::see, clock));
        watch(store, meters);
        return new StoreMetrics(store);
    }

    private static StoreSettings storeSettings(String url, Settings settings) {
        try {
            return new StoreSettings(URI.create(url), credentials(settings), settings.get(Keys.PROMETHEUS_TENANT),
                    settings.get(Keys.PROMETHEUS_TIMEOUT), settings.get(Keys.PROMETHEUS_WAIT), settings.get(Keys.PROMETHEUS_STEP),
                    settings.get(Keys.PROMETHEUS_RANGE), settings.get(Keys.PROMETHEUS_DISCOVERY));
        } catch (IllegalArgumentException e) {
            throw new ApiException("prometheus.url cannot be used: " + e.getMessage(), e);
        }
    }

    private static Credentials credentials(Settings settings) {
        Optional<Secret> token = secret(settings.get(Keys.PROMETHEUS_TOKEN), settings.get(Keys.PROMETHEUS_TOKEN_FILE));
        Optional<Secret> password = secret(settings.get(Keys.PROMETHEUS_PASSWORD), settings.get(Keys.PROMETHEUS_PASSWORD_FILE));
        Optional<String> user = settings.get(Keys.PROMETHEUS_USER);
        if (token.isPresent() && user.isPresent()) {
            throw new ApiException("prometheus.token and prometheus.user are both set, expected one of them");
        }
        if (user.isPresent() != password.isPresent()) {
            throw new ApiException("prometheus.user and prometheus.password go together, expected both or none of them");
        }
        if (user.isPresent()) {
            return new Credentials.Basic(user.get(), password.orElseThrow());
        }
        return token.<Credentials>map(Credentials.Bearer::new).orElseGet(Credentials.None::new);
    }

    private static Optional<Secret> secret(Optional<String> given, Optional<String> file) {
        return given.<Secret>map(Secret.Given::new).or(() -> file.map(name -> new Secret.InFile(Path.of(name))));
    }

    private static void watch(MetricStore store, MeterRegistry meters) {
        FunctionTimer.builder("faultline.metric.store.answers", store, each -> each.counts().answers(),
                each -> each.counts().answerSeconds(), TimeUnit.SECONDS).description("queries that the metric store answered")
                .register(meters);
        for (StoreTrouble trouble : StoreTrouble.values()) {
            FunctionCounter.builder("faultline.metric.store.failures", store, each -> each.counts().failures(trouble))
                    .tag("trouble", trouble.name().toLowerCase(Locale.ROOT)).description("queries that the metric store did not answer")
                    .register(meters);
        }
        for (String source : store.sources()) {
            watch(store, source, true, meters);
            watch(store, source, false, meters);
        }
    }

    private static void watch(MetricStore store, String source, boolean bound, MeterRegistry meters) {
        Gauge.builder("faultline.metric.store.targets", store, each -> each.targets(source, bound)).tag("source", source)
                .tag("bound", Boolean.toString(bound)).description("what the metric store measures, by whether it is in the graph")
                .register(meters);
    }
}
