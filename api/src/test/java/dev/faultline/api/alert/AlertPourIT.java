package dev.faultline.api.alert;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.faultline.api.http.RunningServer;
import dev.faultline.collectors.alert.AlertRules;
import dev.faultline.graph.alert.AlertQueries;
import dev.faultline.graph.alert.AlertStore;
import dev.faultline.graph.neo4j.EmbeddedNeo4j;
import dev.faultline.graph.neo4j.EmbeddedNeo4jSettings;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphLimits;

import static org.assertj.core.api.Assertions.assertThat;

class AlertPourIT {
    private static final Duration RESUME_MAX = Duration.ofMinutes(3);
    private static final Duration UNANSWERED_MAX = Duration.ofSeconds(25);
    private static final int ALERTS_A_BODY = 20;
    private static final int ACCEPTED_MIN = 50;

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> unexpected = ConcurrentHashMap.newKeySet();
    private final AtomicInteger acceptedBodies = new AtomicInteger();
    private final AtomicInteger refusedBodies = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void nothingAcceptedIsLostWhenNeo4jIsKilledInTheMiddle(@TempDir Path directory) throws Exception {
        try (var neo4j = EmbeddedNeo4j.start(EmbeddedNeo4jSettings.in(directory).withMemory(512, 64));
                var graph = GraphConnection.open(neo4j.endpoint(), GraphLimits.DEFAULT);
                var store = AlertStore.open(graph, AlertRules.defaults());
                var server = RunningServer
                        .of(WebhookBodies.routes(store, graph, new SimpleMeterRegistry()));
                var senders = Executors.newFixedThreadPool(4)) {
            var sent = new ArrayList<Future<?>>();
            IntStream.range(0, 4).forEach(sender -> sent.add(senders.submit(() -> pour(server, sender))));
            awaitAccepted(ACCEPTED_MIN);
            ProcessHandle.of(neo4j.processId()).orElseThrow().destroyForcibly();
            awaitRefused();
            awaitAccepted(acceptedBodies.get() + ACCEPTED_MIN);
            stop.set(true);
            for (Future<?> each : sent) {
                each.get();
            }

            assertThat(unexpected).isEmpty();
            assertThat(stored(new AlertQueries(graph), List.copyOf(accepted))).isEqualTo(accepted.size());
        }
    }

    private void pour(RunningServer server, int sender) {
        for (int body = 0; !stop.get(); body++) {
            int first = body * ALERTS_A_BODY;
            List<String> fingerprints = IntStream.range(first, first + ALERTS_A_BODY).mapToObj(i -> sender + "-" + i).toList();
            Instant before = Instant.now();
            HttpResponse<String> answer = server.post(AlertRoutes.WEBHOOK, WebhookBodies.firing(fingerprints));
            if (Duration.between(before, Instant.now()).compareTo(UNANSWERED_MAX) > 0) {
                unexpected.add("answered after " + Duration.between(before, Instant.now()));
            }
            if (answer.statusCode() == 200) {
                fingerprints.forEach(fingerprint -> accepted.add("alertmanager:" + fingerprint));
                acceptedBodies.incrementAndGet();
            } else if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent()) {
                refusedBodies.incrementAndGet();
            } else {
                unexpected.add(answer.statusCode() + " " + answer.headers().map() + " " + answer.body());
            }
        }
    }

    private void awaitAccepted(int bodies) throws InterruptedException {
        Instant end = Instant.now().plus(RESUME_MAX);
        while (acceptedBodies.get() < bodies) {
            assertThat(Instant.now()).as("%d bodies accepted, %d refused, %s", acceptedBodies.get(), refusedBodies.get(), unexpected)
                    .isBefore(end);
            Thread.sleep(50);
        }
    }

    /// A restart may be over before a sender is refused; the pour then goes on without a 503.
    private void awaitRefused() throws InterruptedException {
        Instant end = Instant.now().plus(UNANSWERED_MAX);
        while (refusedBodies.get() == 0 && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
    }

    private static int stored(AlertQueries queries, List<String> keys) {
        int stored = 0;
        for (int from = 0; from < keys.size(); from += 1_000) {
            stored += queries.byKeys(keys.subList(from, Math.min(keys.size(), from + 1_000))).size();
        }
        return stored;
    }
}
