package dev.faultline.api.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.demo.fault.FaultInjector;
import dev.faultline.api.demo.fault.FaultKind;

/// The trials of one demo: one fault at a time, watched until it is taken back.
final class DemoSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSession.class);
    private static final long LOOK_MILLIS = 400;
    /// The monitor dates an alert from the evaluation in which its condition first held, by its own clock.
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(1);

    private final FaultInjector injector;
    private final FaultlineClient faultline;
    private final Clock clock;
    private final List<Trial> trials = new ArrayList<>();
    private final ScheduledExecutorService executor = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("demo-session").daemon().factory());
    private boolean busy;
    private Instant begunAt = Instant.EPOCH;

    DemoSession(FaultInjector injector, FaultlineClient faultline, Clock clock) {
        this.injector = injector;
        this.faultline = faultline;
        this.clock = clock;
    }

    /// Begins to watch incidents.
    void start() {
        var _ = executor.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Injects a fault; null as target means the usual one.
    ///
    /// @throws IllegalArgumentException where the target does not fit, or another fault is still in place
    Trial inject(FaultKind kind, @Nullable String target) {
        claim();
        try {
            Trial trial = Trial.begin(trials().size() + 1, injector.inject(kind, target));
            synchronized (this) {
                trials.add(trial);
            }
            return trial;
        } finally {
            release();
        }
    }

    /// Takes the fault back that is in place, if any, and returns when the broker is whole.
    void recover() {
        Optional<Trial> active = active();
        if (active.isEmpty()) {
            return;
        }
        active.get().injection().recovery().run();
        synchronized (this) {
            Trial latest = trials.getLast();
            trials.set(trials.size() - 1, latest.recovered(clock.instant()));
        }
    }

    /// All trials, the first one first.
    synchronized List<Trial> trials() {
        return List.copyOf(trials);
    }

    /// The trial whose fault is in place.
    synchronized Optional<Trial> active() {
        return trials.isEmpty() || trials.getLast().recoveredAt() != null ? Optional.empty() : Optional.of(trials.getLast());
    }

    /// Notes that an alert was accepted.
    synchronized void alerted() {
        active().ifPresent(trial -> trials.set(trials.size() - 1, trial.alerted(clock.instant())));
    }

    private void look() {
        try {
            if (active().isPresent()) {
                List<IncidentReport> incidents = faultline.incidents();
                synchronized (this) {
                    active().flatMap(trial -> incidentOf(incidents).map(trial::seen))
                            .ifPresent(trial -> trials.set(trials.size() - 1, trial));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("incidents cannot be read", e);
        }
    }

    /// The largest incident that began with the injection or after it.
    private Optional<IncidentReport> incidentOf(List<IncidentReport> incidents) {
        Instant from = begunAt.minus(CLOCK_SLACK);
        return incidents.stream().filter(incident -> !incident.startedAt().isBefore(from))
                .max(Comparator.comparingInt(IncidentReport::alertCount).thenComparing(IncidentReport::startedAt));
    }

    private synchronized void claim() {
        if (busy || active().isPresent()) {
            throw new IllegalArgumentException("another fault is in place, expected it to be taken back first");
        }
        busy = true;
        begunAt = clock.instant();
    }

    private synchronized void release() {
        busy = false;
    }

    @Override
    public void close() {
        executor.shutdownNow();
        recover();
    }
}
