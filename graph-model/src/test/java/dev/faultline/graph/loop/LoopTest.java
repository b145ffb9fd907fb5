package dev.faultline.graph.loop;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoopTest {
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final LoopTimes TIMES = new LoopTimes(SHORT, SHORT, Duration.ofSeconds(1), LONG);

    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void stepsFollowEachOtherUntilTheStop() {
        Loop loop = Loop.of("steps", TIMES, steps::incrementAndGet);
        try (loop) {
            loop.start();
            await(() -> steps.get() > 3);
            assertThat(loop.problem()).isEmpty();
        }
        int atStop = steps.get();
        pause();
        assertThat(steps.get()).isEqualTo(atStop);
        assertThat(loop.problem()).isEmpty();
    }

    @Test
    void aLoopThatNeverBeganIsClosedAtOnce() {
        Loop loop = Loop.of("idle", TIMES, steps::incrementAndGet);

        loop.close();

        assertThat(steps).hasValue(0);
    }

    @Test
    void aStepThatFailsIsToldAndDoneAgain() {
        Semaphore mended = new Semaphore(0);
        try (Loop loop = Loop.of("failing", TIMES, () -> {
            steps.incrementAndGet();
            if (mended.availablePermits() == 0) {
                throw new IllegalStateException("the disk is full");
            }
        })) {
            loop.start();
            await(() -> steps.get() > 3);
            await(() -> loop.problem().equals(Optional.of("the disk is full")));
            mended.release();
            await(() -> loop.problem().isEmpty());
        }
    }

    @Test
    void notEvenAnErrorEndsTheThread() {
        try (Loop loop = Loop.of("erring", TIMES, () -> {
            if (steps.incrementAndGet() < 3) {
                throw new StackOverflowError();
            }
        })) {
            loop.start();
            await(() -> steps.get() > 4);
        }
    }

    @Test
    void aStepThatHangsIsTold() {
        CountDownLatch hanging = new CountDownLatch(1);
        try (Loop loop = Loop.of("hanging", TIMES, hanging::await)) {
            loop.start();
            await(() -> loop.problem().orElse("").startsWith("the thread hanging has been at one step for"));
            hanging.countDown();
            await(() -> loop.problem().isEmpty());
        }
    }

    @Test
    void theStopInterruptsAStep() {
        CountDownLatch began = new CountDownLatch(1);
        Loop loop = Loop.of("waiting", TIMES, () -> {
            began.countDown();
            new CountDownLatch(1).await();
        });
        try (loop) {
            loop.start();
            await(() -> began.getCount() == 0);
        }
        assertThat(loop.problem()).isEmpty();
    }

    @Test
    void whatIsToBeDoneYetIsDoneBeforeTheEnd() {
        AtomicInteger waiting = new AtomicInteger(5);
        try (Loop loop = Loop.draining("draining", TIMES, () -> {
            steps.incrementAndGet();
            waiting.decrementAndGet();
        }, () -> waiting.get() <= 0)) {
            loop.start();
        }
        assertThat(waiting.get()).isLessThanOrEqualTo(0);
        assertThat(steps.get()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void whatCannotBeDoneIsLeftWhenTheTimeForStoppingIsOver() {
        LoopTimes impatient = new LoopTimes(SHORT, SHORT, LONG, Duration.ofMillis(100));
        try (Loop loop = Loop.draining("failing", impatient, () -> {
            steps.incrementAndGet();
            throw new IllegalStateException("never");
        }, () -> false)) {
            loop.start();
            await(() -> steps.get() > 0);
        }
        int atStop = steps.get();
        pause();
        assertThat(steps.get()).isEqualTo(atStop);
    }

    private static void await(BooleanSupplier reached) {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(SHORT.multipliedBy(4));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
