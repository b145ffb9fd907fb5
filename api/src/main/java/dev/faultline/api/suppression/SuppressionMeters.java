package dev.faultline.api.suppression;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionKind;
import dev.faultline.graph.suppression.SuppressionStore.AlertLinks;

/// Counts what is held back, so that nothing is in silence.
public final class SuppressionMeters {
    private final AtomicInteger held = new AtomicInteger();
    private final Map<SuppressionKind, AtomicInteger> active = new EnumMap<>(SuppressionKind.class);
    private final Counter begun;
    private final Counter cutShort;

    public SuppressionMeters(MeterRegistry registry) {
        Gauge.builder("faultline.alerts.suppressed", held, AtomicInteger::get)
                .description("alerts that do not count now, by a silence or a maintenance window").register(registry);
        for (SuppressionKind kind : SuppressionKind.values()) {
            AtomicInteger number = new AtomicInteger();
            active.put(kind, number);
            Gauge.builder("faultline.suppressions.active", number, AtomicInteger::get)
                    .description("silences and maintenance windows that hold alerts back now")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT)).register(registry);
        }
        begun = Counter.builder("faultline.alert.suppressions").description("how often an alert stopped to count").register(registry);
        cutShort = Counter.builder("faultline.suppression.matchers.cutshort")
                .description("labels on which the regular expression of a silence was given up, so that it did not fit").register(registry);
    }

    void held(int alerts, Collection<Suppression> suppressions) {
        held.set(alerts);
        active.forEach((kind, number) -> number.set((int) suppressions.stream().filter(each -> each.kind() == kind).count()));
    }

    void linked(AlertLinks links) {
        begun.increment(links.begun().size());
    }

    void cutShort(int labels) {
        cutShort.increment(labels);
    }
}
