package dev.faultline.api.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;

/// Resolves alerts of which nothing was heard for long: a monitor repeats what fires, so that its last word must have been lost.
public final class AlertExpiry implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    /// So many pages are resolved at one time; the rest follows an interval later.
    private static final int PAGES_MAX = 20;
    private static final Logger LOG = LoggerFactory.getLogger(AlertExpiry.class);

    private final AlertStore store;
    private final AlertQueries queries;
    private final Duration after;
    private final Clock clock;
    private final Counter expired;
    private final ScheduledExecutorService executor = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("alert-expiry").daemon().factory());

    /// @param after how long nothing may be heard of an alert that fires
    public AlertExpiry(AlertStore store, AlertQueries queries, Duration after, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.queries = queries;
        this.after = after;
        this.clock = clock;
        expired = Counter.builder("faultline.alert.expired").description("Alerts that were resolved as nothing was heard of them")
                .register(meters);
    }

    /// Begins to look, every minute.
    public AlertExpiry start() {
        var _ = executor.scheduleWithFixedDelay(this::quietly, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void quietly() {
        try {
            expire();
        } catch (RuntimeException e) {
            LOG.warn("alerts of which nothing is heard could not be resolved, tried again in {}: {}", INTERVAL, e.getMessage());
        }
    }

    /// Resolves what is due, and tells how many alerts that were.
    int expire() {
        Instant now = clock.instant();
        int count = 0;
        for (int page = 0; page < PAGES_MAX; page++) {
            List<Alert> silent = queries.firingNotSeenSince(now.minus(after), AlertQueries.PAGE_MAX);
            store.accept(AlertClosing.notices(silent, now, "nothing was heard of it for " + text(after) + " (alerts.expire-after)"));
            count += silent.size();
            if (silent.size() < AlertQueries.PAGE_MAX) {
                break;
            }
        }
        if (count > 0) {
            expired.increment(count);
            LOG.info("{} alerts were resolved as nothing was heard of them for {}", count, text(after));
        }
        return count;
    }

    private static String text(Duration duration) {
        return duration.toSeconds() % 3600 == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
