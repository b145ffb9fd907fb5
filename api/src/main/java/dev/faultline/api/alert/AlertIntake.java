package dev.faultline.api.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.collectors.mapping.AlertMapping;
import dev.faultline.collectors.mapping.MappedMessage;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.alert.AlertsFullException;

/// Takes messages of monitors in by their mappings: what they say is durable when it returns, and counted either way.
public final class AlertIntake {
    private static final int REFUSALS_SHOWN_MAX = 100;

    /// After how many seconds a sender may come again when too much waits.
    private static final int RETRY_SECONDS = 2;

    private final AlertStore store;
    private final Clock clock;
    private final Counter notices;
    private final Refusals refusals;
    private final Counter ignored;

    public AlertIntake(AlertStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        notices = Counter.builder("faultline.alert.notices").description("Notices of alerts that were made durable").register(meters);
        refusals = new Refusals(meters);
        ignored = Counter.builder("faultline.alert.ignored").description("Alerts that were left out as their mapping says")
                .register(meters);
    }

    /// What became of the alerts of a message.
    ///
    /// @param ignored how many its mapping leaves out
    /// @param refusals a sentence for each refused one, the first so many
    public record Accepted(int accepted, int ignored, int refused, List<String> refusals) {}

    /// The time at which what is read now was received.
    Instant now() {
        return clock.instant();
    }

    /// Reads a message, and returns when what it says is durable.
    ///
    /// @throws Rejection where none of its alerts can be read, or too much waits
    public Accepted accept(AlertMapping mapping, Supplier<JsonField> body) {
        return store(read(mapping, body));
    }

    /// Reads a message that was received now; what of it cannot be read is counted by its source, and told.
    public MappedMessage read(AlertMapping mapping, Supplier<JsonField> body) {
        try {
            MappedMessage message = mapping.read(body.get(), clock.instant());
            if (!message.refusals().isEmpty()) {
                refusals.count(mapping.source(), message.refusals().size(), message.refusals().getFirst());
            }
            return message;
        } catch (InvalidInputException e) {
            refusals.count(mapping.source(), 1, String.valueOf(e.getMessage()));
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            refusals.count(mapping.source(), 1, "the mapping failed on a message, expected one that can read any: " + e);
            throw e;
        }
    }

    /// Stores what was read of a message.
    public Accepted store(MappedMessage message) {
        List<String> refused = message.refusals();
        int read = message.notices().size();
        ignored.increment(message.ignored());
        if (read == 0 && !refused.isEmpty()) {
            throw Rejection.badRequest(refused.getFirst());
        }
        try {
            store.accept(message.notices());
        } catch (AlertsFullException e) {
            // 503 rather than 429: Alertmanager sends again after the one and gives up after the other.
            throw Rejection.unavailable(String.valueOf(e.getMessage()), RETRY_SECONDS);
        }
        notices.increment(read);
        return new Accepted(read, message.ignored(), refused.size(), refused.stream().limit(REFUSALS_SHOWN_MAX).toList());
    }
}
