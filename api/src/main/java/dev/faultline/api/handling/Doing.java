package dev.faultline.api.handling;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.faultline.api.http.Rejection;

/// Waits for what a person asked to be done.
public final class Doing {
    private static final Duration STORED_MAX = Duration.ofSeconds(10);
    private static final int RETRY_SECONDS = 5;

    private Doing() {}

    /// Whether it was done.
    ///
    /// @param what what is being done, as in "the incident was not resolved"
    /// @throws Rejection where it was not stored in time
    public static boolean await(Future<Boolean> done, String what) {
        try {
            return done.get(STORED_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw Rejection.unavailable("the incident was not " + what + " within " + STORED_MAX.toSeconds() + " s", RETRY_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Rejection.unavailable("Faultline is stopping", RETRY_SECONDS);
        }
    }
}
