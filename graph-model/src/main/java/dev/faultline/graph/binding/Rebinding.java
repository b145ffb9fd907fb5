package dev.faultline.graph.binding;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every few seconds for what was not there before; a failure is logged, and it looks again.
public final class Rebinding implements AutoCloseable {

    /// How often it looks.
    public static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Rebinding.class);

    private final ScheduledExecutorService executor;

    private Rebinding(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /// Begins to look.
    ///
    /// @param what is looked for, such as `alerts`
    public static Rebinding of(String what, Runnable look) {
        var executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("rebind-" + what).daemon().factory());
        var _ = executor.scheduleWithFixedDelay(() -> quietly(what, look), EVERY.toMillis(), EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
        return new Rebinding(executor);
    }

    private static void quietly(String what, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            LOG.warn("unbound {} could not be looked at, they are again in {} s: {}", what, EVERY.toSeconds(), e.getMessage());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
