package dev.faultline.graph.neo4j;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import dev.faultline.graph.GraphUnavailableException;

/// Runs work again while its failures are passing ones, with growing pauses, until a limit.
final class Retries {
    private static final long PAUSE_MILLIS_MIN = 20;
    private static final long PAUSE_MILLIS_MAX = 1_000;

    private final Duration limit;

    Retries(Duration limit) {
        this.limit = limit;
    }

    <T> T run(Supplier<T> work) {
        var deadline = System.nanoTime() + limit.toNanos();
        for (long pauseMillis = PAUSE_MILLIS_MIN;; pauseMillis = Math.min(pauseMillis * 2, PAUSE_MILLIS_MAX)) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!Failures.isPassing(e) || System.nanoTime() >= deadline) {
                    throw e;
                }
            }
            pause(pauseMillis);
        }
    }

    /// Pauses by chance between half and the whole of the time, so that two who met in a deadlock do not meet again.
    private static void pause(long millis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphUnavailableException("interrupted while the graph did not answer", e);
        }
    }
}
