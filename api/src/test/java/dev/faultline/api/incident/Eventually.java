package dev.faultline.api.incident;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what becomes true in its own time.
public final class Eventually {
    private static final long PAUSE_MILLIS = 50;

    private Eventually() {}

    /// Returns the value as soon as there is one.
    public static <T> T get(Duration max, Supplier<Optional<T>> supplier) {
        long deadlineNanos = System.nanoTime() + max.toNanos();
        while (System.nanoTime() < deadlineNanos) {
            Optional<T> value = supplier.get();
            if (value.isPresent()) {
                return value.get();
            }
            pause();
        }
        throw new AssertionError("it did not happen within " + max);
    }

    static void await(Duration max, BooleanSupplier condition) {
        get(max, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
