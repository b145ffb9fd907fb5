package dev.faultline.api.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentChange;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.outbox.OutboxStore;
import dev.faultline.graph.outbox.OutgoingNotice;
import dev.faultline.graph.test.Neo4jTest;

import static org.assertj.core.api.Assertions.assertThat;

@Neo4jTest
class WebhookSenderIT {
    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private final IncidentStore incidents;
    private final OutboxStore outbox;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer receiver;

    /// A request as it came.
    private record Received(String eventId, String timestamp, String nonce, String signature, String body) {}

    WebhookSenderIT(GraphConnection graph) throws IOException {
        this.incidents = new IncidentStore(graph);
        this.outbox = new OutboxStore(graph);
        this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void whatIsStoredWithAnIncidentIsSentInItsOrderUntilItIsTaken() throws InterruptedException {
        store(List.of("one", "two"));
        answers.add(500);

        send(START);
        assertThat(received).as("the rest waits while the receiver fails").extracting(Received::eventId).containsExactly("one");
        assertThat(outbox.count()).isEqualTo(2);
        send(START.plusMillis(500));
        send(START.plusSeconds(2));

        assertThat(received).extracting(Received::eventId).as("nothing overtakes what failed").containsExactly("one", "one", "two");
        assertThat(outbox.count()).isZero();
        Received last = received.getLast();
        assertThat(received.get(1).nonce()).as("of the second attempt").isNotEqualTo(received.getFirst().nonce());
        assertThat(last.signature()).isEqualTo(Signature.of("secret", last.timestamp(), last.nonce(), last.body()));
        assertThat(last.body()).isEqualTo("{\"id\": \"two\"}");
        assertThat(meters.counter("faultline.outgoing.notices", "outcome", "sent").count()).isEqualTo(2);
    }

    @Test
    void whatHappensInOneMomentIsToldInTheOrderInWhichItHappens() throws InterruptedException {
        save(List.of(notice("3", "incident.resolved", "i", START), notice("1", "incident.ranked", "i", START),
                notice("2", "incident.opened", "i", START)));

        send(START);

        assertThat(received).extracting(Received::eventId).containsExactly("2", "1", "3");
    }

    @Test
    void aNoticeThatFailsHoldsThoseOfOtherIncidentsBackNoLongerThanARound() throws InterruptedException {
        save(List.of(notice("one", "incident.opened", "i", START.minusSeconds(1)), notice("other", "incident.opened", "j", START)));
        answers.add(500);

        send(START);
        send(START.plusMillis(500));

        assertThat(received).extracting(Received::eventId).containsExactly("one", "other");
    }

    @Test
    void whatIsStoredTwiceIsSentOnce() throws InterruptedException {
        store(List.of("one"));
        store(List.of("one"));

        send(START);
        send(START.plusSeconds(1));

        assertThat(received).hasSize(1);
    }

    @Test
    void aNoticeIsGivenUpOnlyPastItsAge() throws InterruptedException {
        store(List.of("one"));
        receiver.stop(0);

        send(START);
        assertThat(outbox.count()).isEqualTo(1);
        send(START.plus(WebhookSender.AGE_MAX).plusSeconds(1));

        assertThat(outbox.count()).isZero();
        assertThat(meters.counter("faultline.outgoing.notices", "outcome", "given up").count()).isEqualTo(1);
    }

    /// Each time by another sender, as after a crash.
    private void send(Instant now) throws InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        new WebhookSender(outbox, url, Optional.of("secret"), clock, meters).send();
    }

    private void store(List<String> ids) {
        save(ids.stream().map(id -> notice(id, "incident.opened", "i", START.minus(order(id)))).toList());
    }

    private void save(List<OutgoingNotice> notices) {
        Incident incident = new Incident("i", "slow", IncidentState.OPEN, START, START, null, List.of(), null);
        incidents.save(new IncidentChange(incident, List.of(), List.of(), null, null, notices));
    }

    private static OutgoingNotice notice(String id, String event, String incidentId, Instant at) {
        return new OutgoingNotice(id, event, incidentId, "{\"id\": \"" + id + "\"}", at, 0);
    }

    private static Duration order(String id) {
        return Duration.ofSeconds(id.equals("one") ? 2 : 1);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(headers.getFirst(WebhookSender.EVENT_ID), headers.getFirst(WebhookSender.TIMESTAMP),
                headers.getFirst(WebhookSender.NONCE), headers.getFirst(WebhookSender.SIGNATURE),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Integer answer = answers.poll();
        exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
        exchange.close();
    }
}
