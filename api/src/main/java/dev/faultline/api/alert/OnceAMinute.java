package dev.faultline.api.alert;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Lets one through a minute: who sends nonsense does not fill the log.
public final class OnceAMinute {
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final AtomicLong last;

    public OnceAMinute() {
        this(System::nanoTime);
    }

    OnceAMinute(LongSupplier nanos) {
        this.nanos = nanos;
        last = new AtomicLong(nanos.getAsLong() - MINUTE_NANOS);
    }

    /// Whether this one is let through.
    public boolean passes() {
        long now = nanos.getAsLong();
        long before = last.get();
        return now - before >= MINUTE_NANOS && last.compareAndSet(before, now);
    }
}
