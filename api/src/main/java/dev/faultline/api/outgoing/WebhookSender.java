package dev.faultline.api.outgoing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;
import dev.faultline.graph.outbox.OutboxStore;
import dev.faultline.graph.outbox.OutgoingNotice;

/// Sends the notices of the outbox to a webhook, each until it is answered 2xx or too old; a crash loses none and may send one twice,
/// under the same id.
public final class WebhookSender implements AutoCloseable {
    static final String EVENT_ID = "X-Faultline-Event-Id";
    static final String TIMESTAMP = "X-Faultline-Timestamp";
    static final String NONCE = "X-Faultline-Nonce";
    static final String SIGNATURE = "X-Faultline-Signature";
    /// A notice that could not be sent for so long is given up.
    static final Duration AGE_MAX = Duration.ofHours(24);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);
    private static final int DOUBLINGS_MAX = 10;
    private static final int AT_ONCE_MAX = 50;
    private static final int SUCCESS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    private final OutboxStore outbox;
    private final URI url;
    private final Optional<String> secret;
    private final Clock clock;
    private final MeterRegistry meters;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_MAX)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final Loop loop = Loop.of("outgoing-webhook", new LoopTimes(REST, PAUSE_MAX.dividedBy(10), AGE_MAX, STOP_MAX), this::send);
    private volatile long waiting;

    /// @param secret what notices are signed with; none to send them unsigned
    public WebhookSender(OutboxStore outbox, URI url, Optional<String> secret, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.url = url;
        this.secret = secret;
        this.clock = clock;
        this.meters = meters;
        Gauge.builder("faultline.outgoing.waiting", this, sender -> sender.waiting).description("notices that wait to be sent")
                .register(meters);
    }

    /// Begins to send.
    public WebhookSender start() {
        loop.start();
        return this;
    }

    /// Sends what is due, oldest first; what fails keeps the rest back until the next round, as the receiver may be away.
    void send() throws InterruptedException {
        for (OutgoingNotice notice : outbox.due(clock.instant(), AT_ONCE_MAX)) {
            if (!send(notice)) {
                break;
            }
        }
        waiting = outbox.count();
    }

    private boolean send(OutgoingNotice notice) throws InterruptedException {
        String problem = post(notice);
        if (problem.isEmpty()) {
            outbox.remove(notice.id());
            count("sent");
            return true;
        }
        Instant now = clock.instant();
        if (notice.at().plus(AGE_MAX).isBefore(now)) {
            outbox.remove(notice.id());
            count("given up");
            LOG.error("notice {} of incident {} is given up after {} attempts in {}: {}", notice.event(), notice.incidentId(),
                    notice.attempts() + 1, AGE_MAX, problem);
        } else {
            outbox.postpone(notice, now.plus(pause(notice.attempts())));
            count("failed");
            LOG.warn("notice {} of incident {} could not be sent (attempt {}): {}", notice.event(), notice.incidentId(),
                    notice.attempts() + 1, problem);
        }
        return false;
    }

    /// A second after the first attempt, then twice as long each time, up to a limit.
    static Duration pause(int attempts) {
        Duration pause = REST.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }

    /// Posts it once; empty where it was taken, else why it was not.
    private String post(OutgoingNotice notice) throws InterruptedException {
        try {
            int status = client.send(request(notice), BodyHandlers.discarding()).statusCode();
            return status / 100 == SUCCESS ? "" : "the receiver answered " + status + ", expected 2xx";
        } catch (IOException e) {
            return "the receiver does not answer: " + e;
        }
    }

    private HttpRequest request(OutgoingNotice notice) {
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(ANSWER_MAX).header("Content-Type", "application/json")
                .header(EVENT_ID, notice.id()).header(TIMESTAMP, timestamp).header(NONCE, nonce);
        secret.ifPresent(key -> request.header(SIGNATURE, Signature.of(key, timestamp, nonce, notice.body())));
        return request.POST(BodyPublishers.ofString(notice.body())).build();
    }

    private void count(String outcome) {
        meters.counter("faultline.outgoing.notices", "outcome", outcome).increment();
    }

    @Override
    public void close() {
        loop.close();
    }
}
