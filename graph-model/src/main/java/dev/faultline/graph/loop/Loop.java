package dev.faultline.graph.loop;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphUnavailableException;

/// A named thread that does one step after the other until it is stopped, whatever a step throws.
///
/// A step that fails is logged, once for each new reason, and done again after a pause. What keeps the steps from being done is told
/// as a problem.
public final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final LoopTimes times;
    private final Step step;
    private final @Nullable BooleanSupplier finished;
    private final Thread thread;
    private volatile boolean started;
    private volatile boolean stopping;
    private volatile boolean abandoned;
    private volatile boolean inStep;
    private volatile long stepSinceNanos;
    private volatile @Nullable String failure;

    /// What is done again and again.
    @FunctionalInterface
    public interface Step {

        /// Does it once; an interrupt ends it when the loop is stopped.
        void run() throws InterruptedException;
    }

    private Loop(String name, LoopTimes times, Step step, @Nullable BooleanSupplier finished) {
        this.name = name;
        this.times = times;
        this.step = step;
        this.finished = finished;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /// A loop that ends as soon as it is stopped: a step that is under way is interrupted.
    public static Loop of(String name, LoopTimes times, Step step) {
        return new Loop(name, times, step, null);
    }

    /// A loop that, when it is stopped, goes on until it is finished, as long as the time for stopping lasts.
    public static Loop draining(String name, LoopTimes times, Step step, BooleanSupplier finished) {
        return new Loop(name, times, step, finished);
    }

    /// Begins, in the loop's own thread.
    public void start() {
        started = true;
        thread.start();
    }

    /// Why the steps are not being done now, or nothing where all is well.
    public Optional<String> problem() {
        String known = failure;
        if (known != null) {
            return Optional.of(known);
        }
        if (started && !stopping && !thread.isAlive()) {
            return Optional.of("the thread " + name + " has ended, expected until the stop");
        }
        long seconds = (System.nanoTime() - stepSinceNanos) / 1_000_000_000;
        return inStep && seconds >= times.stepMax().toSeconds() && seconds > 0
                ? Optional.of("the thread " + name + " has been at one step for " + seconds + " s, expected at most "
                        + times.stepMax().toSeconds() + " s")
                : Optional.empty();
    }

    /// Stops and waits for the end of the thread; what is not done in time is left.
    @Override
    public void close() {
        stopping = true;
        if (!started) {
            return;
        }
        try {
            if (finished == null || !thread.join(times.stopMax())) {
                abandoned = true;
                thread.interrupt();
            }
            if (!thread.join(times.stopMax())) {
                LOG.warn("the thread {} did not end within {}", name, times.stopMax());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (goesOn()) {
            try {
                take();
                Thread.sleep(times.rest());
            } catch (InterruptedException e) {
                LOG.debug("the thread {} was interrupted", name);
            } catch (Throwable e) { // an Error too is of one step only
                pauseAfter(e);
            }
        }
    }

    private boolean goesOn() {
        return !abandoned && (!stopping || (finished != null && !finished.getAsBoolean()));
    }

    private void take() throws InterruptedException {
        stepSinceNanos = System.nanoTime();
        inStep = true;
        try {
            step.run();
            failure = null;
        } finally {
            inStep = false;
        }
    }

    private void pauseAfter(Throwable thrown) {
        if (abandoned) {
            return;
        }
        String sentence = thrown.getMessage() == null ? thrown.toString() : thrown.getMessage();
        if (!sentence.equals(failure)) {
            if (thrown instanceof GraphUnavailableException) {
                LOG.warn("{}: tried again in {}, as {}", name, times.failurePause(), sentence);
            } else {
                LOG.error("{}: tried again in {}", name, times.failurePause(), thrown);
            }
        }
        failure = sentence;
        try {
            Thread.sleep(times.failurePause());
        } catch (InterruptedException e) {
            LOG.debug("the thread {} was interrupted", name);
        }
    }
}
