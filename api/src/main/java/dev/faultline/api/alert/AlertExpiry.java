package dev.faultline.api.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
    private final Duration after;
    private final Clock clock;
    private final Instant listeningSince;
    private final Counter expired;
    private final Loop loop = Loop.of("alert-expiry", new LoopTimes(INTERVAL, INTERVAL, INTERVAL, STOP_MAX), this::step);

    /// @param after how long nothing may be heard of an alert that fires
    public AlertExpiry(AlertStore store, AlertQueries queries, Duration after, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.queries = queries;
        this.after = after;
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

    /// Begins only once every monitor had the time to repeat what fires: nothing could be heard while Faultline was away.
    private void step() {
        Duration listened = Duration.between(listeningSince, clock.instant());
        if (listened.compareTo(after) >= 0 || listened.compareTo(REPEAT_USUAL) >= 0) {
            expire();
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
        loop.close();
    }
}
