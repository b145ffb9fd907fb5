package dev.faultline.api.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.faultline.api.ApiException;
import dev.faultline.api.alert.AlertRoutes;

/// Posts bodies to the webhook over a number of connections at a time.
final class AlertPour implements AutoCloseable {
    private static final int SENDERS = 48;
    private static final int ATTEMPTS_MAX = 20;
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI webhook;
    private final String token;

    AlertPour(int port, String token) {
        webhook = URI.create("http://127.0.0.1:" + port + AlertRoutes.WEBHOOK);
        this.token = token;
    }

    /// How long it took until all were answered.
    long nanosToSend(List<byte[]> bodies) {
        long start = System.nanoTime();
        send(bodies);
        return System.nanoTime() - start;
    }

    /// Posts them all; anything but 200 and 503 fails.
    void send(List<byte[]> bodies) {
        var next = new AtomicInteger();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<?>>();
            for (int i = 0; i < SENDERS; i++) {
                sent.add(senders.submit(() -> {
                    for (int at = next.getAndIncrement(); at < bodies.size(); at = next.getAndIncrement()) {
                        post(bodies.get(at));
                    }
                }));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new ApiException("the alerts could not be posted: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted while alerts were posted", e);
        }
    }

    /// Posts until it is taken, as Alertmanager does: a 503 says when to come again, and what was sent twice counts once.
    private void post(byte[] body) {
        for (int attempt = 1; !taken(body); attempt++) {
            if (attempt == ATTEMPTS_MAX) {
                throw new ApiException("the webhook answered 503 " + ATTEMPTS_MAX + " times, expected it to take alerts again");
            }
        }
    }

    private boolean taken(byte[] body) {
        try {
            var request = HttpRequest.newBuilder(webhook).timeout(ANSWER_MAX).header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 503) {
                Thread.sleep(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
                return false;
            }
            if (answer.statusCode() != 200) {
                throw new ApiException("the webhook answered " + answer.statusCode() + ": " + answer.body());
            }
            return true;
        } catch (IOException e) {
            throw new ApiException("the webhook did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("interrupted while alerts were posted", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
