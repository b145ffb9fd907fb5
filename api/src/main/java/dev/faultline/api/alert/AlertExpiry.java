package dev.faultline.api.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Resolves alerts of which nothing was heard for long: a monitor repeats what fires, so that its last word must have been lost.
public final class AlertExpiry implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);
    /// What Alertmanager takes by default until it repeats an alert (`repeat_interval`); others are faster.
    private static final Duration REPEAT_USUAL = Duration.ofHours(4);
    /// So many pages are resolved at one time; the rest follows an interval later.
    private static final int PAGES_MAX = 20;
    private static final Logger LOG = LoggerFactory.getLogger(AlertExpiry.class);

    private final AlertStore store;
    private final AlertQueries queries;
    private final Times times;
    private final Clock clock;
    private final Instant listeningSince;
    private final Counter expired;
    private final Loop loop = Loop.of("alert-expiry", new LoopTimes(INTERVAL, INTERVAL, INTERVAL, STOP_MAX), this::step);

    /// How long nothing may be heard of an alert that fires.
    ///
    /// @param lasts the same by source, where nothing ever tells of an end
    public record Times(Duration after, Map<String, Duration> lasts) {}

    public AlertExpiry(AlertStore store, AlertQueries queries, Times times, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.queries = queries;
        this.times = times;
        this.clock = clock;
        this.listeningSince = clock.instant();
        expired = Counter.builder("faultline.alert.expired").description("Alerts that were resolved as nothing was heard of them")
                .register(meters);
    }

    /// Begins to look, every minute.
    public AlertExpiry start() {
        loop.start();
        return this;
    }

    private void step() {
        expire(isHeard());
    }

    /// Whether every monitor had the time to repeat what fires: nothing could be heard while Faultline was away.
    private boolean isHeard() {
        Duration listened = Duration.between(listeningSince, clock.instant());
        return listened.compareTo(times.after()) >= 0 || listened.compareTo(REPEAT_USUAL) >= 0;
    }

    /// Resolves what is due, and tells how many alerts that were.
    ///
    /// @param repeated whether that includes what monitors repeat
    int expire(boolean repeated) {
        Instant now = clock.instant();
        Instant before = repeated ? now.minus(times.after()) : Instant.EPOCH;
        var beforeOf = new HashMap<String, Instant>();
        times.lasts().forEach((source, lasts) -> beforeOf.put(source, now.minus(lasts)));
        int count = 0;
        for (int page = 0; page < PAGES_MAX; page++) {
            List<Alert> silent = queries.firingNotSeenSince(before, beforeOf, AlertQueries.PAGE_MAX);
            store.accept(silent.stream().flatMap(alert -> AlertClosing.notices(List.of(alert), now, reason(alert)).stream()).toList());
            count += silent.size();
            if (silent.size() < AlertQueries.PAGE_MAX) {
                break;
            }
        }
        if (count > 0) {
            expired.increment(count);
            LOG.info("{} alerts were resolved as nothing was heard of them", count);
        }
        return count;
    }

    private String reason(Alert alert) {
        Duration lasts = times.lasts().get(alert.source());
        return "nothing was heard of it for " + (lasts == null ? text(times.after()) + " (alerts.expire-after)" : text(lasts));
    }

    private static String text(Duration duration) {
        return duration.toSeconds() % 3600 == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }

    @Override
    public void close() {
        loop.close();
    }
}
