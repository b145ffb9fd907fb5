package dev.faultline.rca.evidence;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.SlicedMinute;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// What all minutes of one subject add up to, by slice.
final class SliceTotals {
    /// Steps that series may have, in slices.
    private static final int[] STEPS = {1, 2, 3, 6};
    /// Fewer calls than this in a step tell too little of it.
    private static final double CALLS_PER_STEP_MIN = 5;
    /// More steps than this tell no more.
    private static final int STEPS_MAX = 180;

    private final SliceRange slices;
    private final double[] calls;
    private final double[] errors;
    private final double[] millis;

    SliceTotals(SliceRange slices) {
        this.slices = slices;
        this.calls = new double[slices.count()];
        this.errors = new double[slices.count()];
        this.millis = new double[slices.count()];
    }

    void add(SlicedMinute minute) {
        long first = minute.minute() * CallSlices.COUNT;
        for (int slice = 0; slice < CallSlices.COUNT; slice++) {
            if (slices.contains(first + slice)) {
                int index = slices.index(first + slice);
                calls[index] += minute.slices().calls(slice);
                errors[index] += minute.slices().errors(slice);
                millis[index] += minute.slices().millis(slice);
            }
        }
    }

    /// Adds the calls of each slice to those of other subjects.
    void addCallsTo(double[] others) {
        for (int slice = 0; slice < calls.length; slice++) {
            others[slice] += calls[slice];
        }
    }

    /// Returns the latency, error and traffic series, by the finest step in which enough is called. A step is dated
    /// by its last slice, so that one in which a fault began counts as faulty.
    ///
    /// @param all calls of all subjects: without any, nothing was observed at all
    /// @param complete how many slices count, from the first one; the last step ends with the last of them
    List<Series> toSeries(Subject subject, double[] all, int complete) {
        int step = step(complete);
        int count = complete / step;
        int first = complete - count * step;
        long[] times = new long[count];
        double[] latency = new double[count];
        double[] errorShare = new double[count];
        double[] traffic = new double[count];
        boolean seen = false;
        for (int i = 0; i < count; i++) {
            int from = first + i * step;
            double called = sum(calls, from, step);
            seen |= called > 0;
            times[i] = (slices.from() + from + step - 1) * CallSlices.SECONDS;
            latency[i] = called > 0 ? sum(millis, from, step) / called : Double.NaN;
            errorShare[i] = called > 0 ? sum(errors, from, step) / called : Double.NaN;
            traffic[i] = seen && sum(all, from, step) > 0 ? called : Double.NaN;
        }
        Duration length = Duration.ofSeconds((long) step * CallSlices.SECONDS);
        return List.of(new Series(subject, "latency.mean", Signal.LATENCY, length, times, latency),
                new Series(subject, "errors.rate", Signal.ERRORS, length, times, errorShare),
                new Series(subject, "calls.rate", Signal.TRAFFIC, length, times, traffic));
    }

    private int step(int complete) {
        int from = 0;
        while (from < complete && calls[from] <= 0) {
            from++;
        }
        double perSlice = from == complete ? 0 : sum(calls, from, complete - from) / (complete - from);
        return Arrays.stream(STEPS).filter(step -> complete / step <= STEPS_MAX && perSlice * step >= CALLS_PER_STEP_MIN).findFirst()
                .orElse(Math.min(STEPS[STEPS.length - 1], complete));
    }

    private static double sum(double[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
