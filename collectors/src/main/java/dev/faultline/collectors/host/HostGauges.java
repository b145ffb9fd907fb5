package dev.faultline.collectors.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// How strained this host was lately, in percent: processors in use and waited for, disks waited for, memory in use.
///
/// It keeps the last hour in memory and nothing on disk. Safe for use by several threads.
public final class HostGauges {
    /// How often a sample should be taken.
    public static final Duration STEP = Duration.ofSeconds(2);
    private static final int SAMPLES_MAX = Math.toIntExact(Duration.ofHours(1).dividedBy(STEP));

    private final Path root;
    private final InstantSource clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable HostCounters last;

    private record Sample(long epochSecond, double processors, double processorWait, double diskWait, double memory) {}

    /// Gauges of the host that this process runs on.
    public HostGauges(InstantSource clock) {
        this(Path.of("/"), clock);
    }

    HostGauges(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /// Takes a sample of the time since the one before.
    ///
    /// @throws IOException where `/proc` cannot be read
    public synchronized void sample() throws IOException {
        HostCounters now = HostCounters.read(root, clock.millis());
        HostCounters before = last;
        last = now;
        if (before == null || now.allTicks() <= before.allTicks() || now.atMillis() <= before.atMillis()) {
            return;
        }
        double micros = (now.atMillis() - before.atMillis()) * 1_000.0;
        samples.addLast(
                new Sample(now.atMillis() / 1_000, 100 * (now.busyTicks() - before.busyTicks()) / (now.allTicks() - before.allTicks()),
                        percent(now.processorWaitMicros() - before.processorWaitMicros(), micros),
                        percent(now.diskWaitMicros() - before.diskWaitMicros(), micros), now.memoryPercent()));
        if (samples.size() > SAMPLES_MAX) {
            samples.removeFirst();
        }
    }

    private static double percent(double part, double whole) {
        return Double.isNaN(part) ? part : Math.clamp(100 * part / whole, 0, 100);
    }

    /// The samples in [from, to) as series of the host's CI.
    public synchronized List<Series> series(String ciId, Instant from, Instant to) {
        List<Sample> taken = samples.stream()
                .filter(sample -> sample.epochSecond() >= from.getEpochSecond() && sample.epochSecond() < to.getEpochSecond()).toList();
        if (taken.isEmpty()) {
            return List.of();
        }
        List<Series> series = new ArrayList<>();
        series.add(series(ciId, "cpu.percent", taken, Sample::processors));
        series.add(series(ciId, "memory.percent", taken, Sample::memory));
        if (!Double.isNaN(taken.getLast().processorWait())) {
            series.add(series(ciId, "cpu.wait.percent", taken, Sample::processorWait));
        }
        if (!Double.isNaN(taken.getLast().diskWait())) {
            series.add(series(ciId, "disk.wait.percent", taken, Sample::diskWait));
        }
        return series;
    }

    private static Series series(String ciId, String metric, List<Sample> taken, ToDoubleFunction<Sample> value) {
        return new Series(new Subject.OfCi(ciId), metric, Signal.RESOURCE, STEP, taken.stream().mapToLong(Sample::epochSecond).toArray(),
                taken.stream().mapToDouble(value).toArray());
    }
}
