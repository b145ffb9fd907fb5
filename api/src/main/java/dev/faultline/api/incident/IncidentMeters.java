package dev.faultline.api.incident;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import dev.faultline.api.ranking.Ranked;

/// Counts and times of the way from alerts to stored rankings.
public final class IncidentMeters {
    private final MeterRegistry registry;
    private final Timer ranking;
    private final Timer alertToRanking;
    private final Counter failures;
    private final DistributionSummary inputBytes;
    private final AtomicInteger open = new AtomicInteger();

    public IncidentMeters(MeterRegistry registry) {
        this.registry = registry;
        this.ranking = Timer.builder("faultline.ranking").description("time to read the evidence of an incident and rank it")
                .publishPercentiles(0.5, 0.99).register(registry);
        this.alertToRanking = Timer.builder("faultline.alert.to.ranking")
                .description("time from the last alert of an incident to its stored ranking").publishPercentiles(0.5, 0.99)
                .register(registry);
        this.failures = Counter.builder("faultline.incidents.failures").description("rounds that failed and were done again")
                .register(registry);
        this.inputBytes = DistributionSummary.builder("faultline.ranking.input.bytes").baseUnit("bytes")
                .description("what a stored ranking was computed from, compressed").register(registry);
        Gauge.builder("faultline.incidents.open", open, AtomicInteger::get).description("incidents that are open").register(registry);
    }

    void watch(ChangeInbox inbox) {
        Gauge.builder("faultline.incidents.alerts.waiting", inbox, ChangeInbox::size)
                .description("alerts that changed and were not grouped yet").register(registry);
    }

    Ranked timeRanking(Supplier<Ranked> work) {
        return ranking.record(work);
    }

    void packed(int bytes) {
        inputBytes.record(bytes);
    }

    void open(int incidents) {
        open.set(incidents);
    }

    void failed() {
        failures.increment();
    }

    /// Counts a ranking, the time since the alert that asked for it, and the limits that cut its evidence short.
    void ranked(LiveIncident incident, Ranked ranked, boolean isNew) {
        if (incident.newestAlertNanos() > incident.rankedAtNanos()) {
            alertToRanking.record(Duration.ofNanos(System.nanoTime() - incident.newestAlertNanos()));
        }
        String answer = !isNew ? "same" : ranked.ranking().unknown() ? "unknown" : "named";
        registry.counter("faultline.rankings", "answer", answer).increment();
        ranked.basis().limits().forEach(limit -> registry.counter("faultline.ranking.limits", "limit", limit).increment());
    }
}
