package dev.faultline.api.demo.monitor;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.demo.monitor.AlertBook.Notice;

/// Sends notices in the form of Alertmanager's webhook, version 4, in order, each until it is answered with success.
public final class AlertmanagerWebhook {
    private static final String VERSION = "4";
    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final long RETRY_MILLIS = 500;
    private static final int QUEUE_MAX = 1_000;

    /// Where documents go.
    public interface Endpoint {
        /// Posts one message and says whether it was accepted.
        boolean post(Message message);
    }

    private final Endpoint endpoint;
    private final Deque<Message> queue = new ArrayDeque<>();

    AlertmanagerWebhook(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// The webhook's body.
    public record Message(String version, String groupKey, long truncatedAlerts, String status, String receiver,
            Map<String, String> groupLabels,
            Map<String, String> commonLabels, Map<String, String> commonAnnotations, String externalURL, List<Item> alerts) {
        /// Whether any of its alerts fires.
        @JsonIgnore
        public boolean isFiring() {
            return status.equals("firing");
        }
    }

    /// One alert of the body.
    public record Item(String status, Map<String, String> labels, Map<String, String> annotations, Instant startsAt, Instant endsAt,
            String generatorURL, String fingerprint) {}

    /// Queues notices for sending; the oldest are dropped where nobody takes them.
    synchronized void send(List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        List<Item> items = notices.stream().map(AlertmanagerWebhook::item).toList();
        boolean firing = items.stream().anyMatch(item -> item.status().equals("firing"));
        queue.addLast(new Message(VERSION, "{}:{}", 0, firing ? "firing" : "resolved", "faultline", Map.of(), Map.of(), Map.of(),
                "http://localhost", items));
        if (queue.size() > QUEUE_MAX) {
            queue.removeFirst();
        }
        notifyAll();
    }

    /// Sends what is queued until the thread is interrupted.
    void run() throws InterruptedException {
        while (true) {
            Message message = first();
            if (endpoint.post(message)) {
                drop(message);
            } else {
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
        }
    }

    private synchronized Message first() throws InterruptedException {
        while (queue.isEmpty()) {
            wait();
        }
        return queue.getFirst();
    }

    private synchronized void drop(Message message) {
        queue.remove(message);
    }

    private static Item item(Notice notice) {
        @Nullable
        Instant ended = notice.endsAt();
        Condition condition = notice.condition();
        return new Item(ended == null ? "firing" : "resolved", condition.labels(), Map.of("summary", condition.summary()),
                notice.startsAt(), ended == null ? NEVER : ended, "http://localhost/" + condition.name(), condition.fingerprint());
    }
}
