package dev.faultline.api.demo.monitor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The last seconds of one flow, and what is normal for it: the median of quiet times that ended a guard gap ago.
final class FlowHistory {
    private static final int TICKS_LONG = 5;
    private static final int TICKS_SHORT = 2;
    private static final int GUARD_TICKS = 6;
    private static final int NORMAL_TICKS_MAX = 90;
    private static final int NORMAL_TICKS_MIN = 8;

    private final Deque<Tick> ticks = new ArrayDeque<>();
    private final Deque<Measure> guard = new ArrayDeque<>();
    private final Deque<Measure> normal = new ArrayDeque<>();

    private record Tick(FlowCounters counters, double seconds) {}

    /// Adds what was counted since the last time.
    ///
    /// @param seconds how long that is
    /// @param quiet whether no alert fires anywhere: once normal is known, only quiet time adds to it
    void add(FlowCounters counters, double seconds, boolean quiet) {
        ticks.addLast(new Tick(counters, seconds));
        if (ticks.size() > TICKS_LONG) {
            ticks.removeFirst();
        }
        if (!quiet && knowsNormal()) {
            guard.clear();
            return;
        }
        guard.addLast(overLong());
        if (guard.size() > GUARD_TICKS) {
            normal.addLast(guard.removeFirst());
        }
        if (normal.size() > NORMAL_TICKS_MAX) {
            normal.removeFirst();
        }
    }

    /// Forgets what was normal, to learn it anew.
    void forget() {
        guard.clear();
        normal.clear();
    }

    Measure overLong() {
        return over(TICKS_LONG);
    }

    Measure overShort() {
        return over(TICKS_SHORT);
    }

    /// Whether enough quiet time was seen to say what is normal.
    boolean knowsNormal() {
        return normal.size() >= NORMAL_TICKS_MIN;
    }

    /// What is normal for one figure: its median.
    double normal(ToDoubleFunction<Measure> figure) {
        List<Double> sorted = normal.stream().mapToDouble(figure).sorted().boxed().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private Measure over(int count) {
        FlowCounters sum = FlowCounters.NONE;
        double seconds = 0;
        int taken = 0;
        for (Iterator<Tick> latest = ticks.descendingIterator(); latest.hasNext() && taken < count; taken++) {
            Tick tick = latest.next();
            sum = sum.plus(tick.counters());
            seconds += tick.seconds();
        }
        return taken == 0 ? Measure.NONE : Measure.of(sum, seconds);
    }
}
