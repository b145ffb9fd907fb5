package dev.faultline.api.demo.monitor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.OperatingSystemMXBean;

/// The load of this host: share of processor time in use, and threads that want to run for each processor, against the most that is normal.
final class HostGauge {
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final double BUSY_SHARE = 0.93;
    private static final double RUNNABLE_PER_PROCESSOR_STEP = 4;
    private static final int NORMAL_TICKS_MAX = 60;
    private static final int NORMAL_TICKS_MIN = 10;
    private static final int HOLDS_TICKS_MIN = 3;
    private static final int SAMPLES = 5;
    private static final long SAMPLE_NANOS = 10_000_000;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final String host;
    private final Deque<Double> normal = new ArrayDeque<>();

    HostGauge(String host) {
        this.host = host;
    }

    /// The condition that processors are saturated, where it holds.
    ///
    /// @param quiet whether no rule holds: once normal is known, only quiet time adds to it
    Optional<Condition> saturation(boolean quiet) {
        double busy = system.getCpuLoad();
        double runnable = runnablePerProcessor();
        boolean saturated = busy >= BUSY_SHARE && runnable >= largest(normal) + RUNNABLE_PER_PROCESSOR_STEP;
        if (!saturated || normal.size() < NORMAL_TICKS_MIN) {
            learn(runnable, quiet || normal.size() < NORMAL_TICKS_MIN);
            return Optional.empty();
        }
        String summary = String.format(Locale.ROOT, "%s: processors %.0f %% busy, %.1f runnable threads for each", host, busy * 100,
                runnable);
        return Optional.of(new Condition("HostCpuSaturated", "critical", Map.of("host", host), summary, HOLDS_TICKS_MIN));
    }

    private void learn(double runnable, boolean quiet) {
        if (quiet) {
            normal.addLast(runnable);
        }
        if (normal.size() > NORMAL_TICKS_MAX) {
            normal.removeFirst();
        }
    }

    private static double largest(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /// Infinite where the system does not tell, so that the share in use alone decides.
    private double runnablePerProcessor() {
        if (!Files.isReadable(LOAD)) {
            return Double.POSITIVE_INFINITY;
        }
        double[] samples = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            samples[sample] = runnable();
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
        Arrays.sort(samples);
        return samples[SAMPLES / 2] / system.getAvailableProcessors();
    }

    private static double runnable() {
        try {
            String fourth = Files.readString(LOAD).split(" ", -1)[3];
            return Integer.parseInt(fourth.substring(0, fourth.indexOf('/'))) - 1.0;
        } catch (IOException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
