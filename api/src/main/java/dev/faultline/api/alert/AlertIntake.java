package dev.faultline.api.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.collectors.mapping.AlertMapping;
import dev.faultline.collectors.mapping.MappedMessage;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.AlertsFullException;

/// Takes messages of monitors in by their mappings: what they say is durable when it returns, and counted either way.
public final class AlertIntake {
    private static final int REFUSALS_SHOWN_MAX = 100;
    private static final Logger LOG = LoggerFactory.getLogger(AlertIntake.class);

    /// After how many seconds a sender may come again when too much waits.
    private static final int RETRY_SECONDS = 2;

    private final AlertStore store;
    private final Clock clock;
    private final Counter notices;
    private final Counter refused;
    private final Counter ignored;

    public AlertIntake(AlertStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        notices = Counter.builder("faultline.alert.notices").description("Notices of alerts that were made durable").register(meters);
        refused = Counter.builder("faultline.alert.refused").description("Alerts that could not be read and were left out")
                .register(meters);
        ignored = Counter.builder("faultline.alert.ignored").description("Alerts that were left out as their mapping says")
                .register(meters);
    }

    /// What became of the alerts of a message.
    ///
    /// @param ignored how many its mapping leaves out
    /// @param refusals a sentence for each refused one, the first so many
    public record Accepted(int accepted, int ignored, int refused, List<String> refusals) {}

    /// The time at which what is read now was received.
    public Instant now() {
        return clock.instant();
    }

    /// Reads a message, and returns when what it says is durable.
    ///
    /// @throws Rejection where none of its alerts can be read, or too much waits
    public Accepted accept(AlertMapping mapping, JsonField body) {
        return store(mapping.source(), mapping.read(body, clock.instant()));
    }

    /// Stores what was read of a message of that source.
    public Accepted store(String source, MappedMessage message) {
        List<String> refusals = message.refusals();
        int read = message.notices().size();
        ignored.increment(message.ignored());
        if (!refusals.isEmpty()) {
            refused.increment(refusals.size());
            LOG.warn("{} of {} alerts of a message of {} were refused: {}", refusals.size(), refusals.size() + read, source,
                    refusals.getFirst());
        }
        if (read == 0 && !refusals.isEmpty()) {
            throw Rejection.badRequest(refusals.getFirst());
        }
        try {
            store.accept(message.notices());
        } catch (AlertsFullException e) {
            // 503 rather than 429: Alertmanager sends again after the one and gives up after the other.
            throw Rejection.unavailable(String.valueOf(e.getMessage()), RETRY_SECONDS);
        }
        notices.increment(read);
        return new Accepted(read, message.ignored(), refusals.size(), refusals.stream().limit(REFUSALS_SHOWN_MAX).toList());
    }
}
