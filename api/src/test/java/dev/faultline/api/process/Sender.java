package dev.faultline.api.process;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import static org.assertj.core.api.Assertions.assertThat;

/// Sends one body after the other until it is stopped, as fast as they are answered, and remembers what became of each.
final class Sender implements AutoCloseable {
    private static final Duration WAIT_MAX = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 20;

    private final FaultlineProcess faultline;
    private final String path;
    private final String mediaType;
    private final IntFunction<byte[]> bodies;
    private final List<Integer> accepted = new CopyOnWriteArrayList<>();
    private final List<String> unexpected = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stop;
    private volatile String lastRefusal = "";

    /// @param bodies the body of each number, from 0 on
    Sender(FaultlineProcess faultline, String path, String mediaType, IntFunction<byte[]> bodies) {
        this.faultline = faultline;
        this.path = path;
        this.mediaType = mediaType;
        this.bodies = bodies;
        this.thread = Thread.ofPlatform().name("sender of " + path).start(this::run);
    }

    /// Numbers of the bodies that were answered with 200.
    List<Integer> accepted() {
        return accepted;
    }

    /// How many bodies were sent, whatever became of them.
    int sent() {
        return sent.get();
    }

    /// How many bodies were answered with 503 and a time to come again.
    int refused() {
        return refused.get();
    }

    /// Waits until some more bodies are accepted.
    void awaitMoreAccepted(int more) throws InterruptedException {
        int wanted = accepted.size() + more;
        await(() -> accepted.size() >= wanted);
    }

    /// Waits until a body is refused.
    void awaitRefused() throws InterruptedException {
        await(() -> refused.get() > 0);
    }

    private void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + WAIT_MAX.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("%s: %d accepted, %d refused, at last with %s, %s", path, accepted.size(), refused.get(), lastRefusal, unexpected)
                    .isLessThan(deadline);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void run() {
        while (!stop) {
            int number = sent.getAndIncrement();
            try {
                HttpResponse<String> answer = faultline.post(path, mediaType, bodies.apply(number));
                if (answer.statusCode() == 200) {
                    accepted.add(number);
                } else if (answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent()) {
                    lastRefusal = answer.body();
                    refused.incrementAndGet();
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    unexpected.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                // Faultline is gone, and what was sent counts as sent and not accepted.
                return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Stops sending, and returns when the last body is answered.
    void stop() {
        stop = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Stops sending, and sees that nothing was answered in another way.
    @Override
    public void close() {
        stop();
        assertThat(unexpected).as("answers of %s besides 200 and 503 with Retry-After", path).isEmpty();
    }
}
