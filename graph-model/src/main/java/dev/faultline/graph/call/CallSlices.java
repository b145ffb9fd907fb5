package dev.faultline.graph.call;

import java.util.Arrays;
import java.util.List;

/// The calls of one window by slices of ten seconds, so that what began a moment ago shows before its minute is over.
///
/// Counts and times are weighted like those of the window, and add up to them. Adding costs O(1). Not safe for use by several threads.
public final class CallSlices {
    /// How long a slice is.
    public static final int SECONDS = 10;
    /// How many slices a window of a minute has.
    public static final int COUNT = 60 / SECONDS;

    private static final int MILLIS_PER_SLICE = SECONDS * 1_000;

    private final double[] calls = new double[COUNT];
    private final double[] errors = new double[COUNT];
    private final double[] millis = new double[COUNT];

    private CallSlices() {}

    /// Returns slices of nothing.
    public static CallSlices empty() {
        return new CallSlices();
    }

    /// Returns the slices with these figures; a list that is empty stands for zeros.
    ///
    /// @param millis sum of all durations
    public static CallSlices of(List<Double> calls, List<Double> errors, List<Double> millis) {
        CallSlices slices = empty();
        copy("calls", calls, slices.calls);
        copy("errors", errors, slices.errors);
        copy("durations", millis, slices.millis);
        return slices;
    }

    /// Returns the slices of calls of which only the sums are known: spread evenly over the minute.
    public static CallSlices even(double calls, double errors, double meanMillis) {
        CallSlices slices = empty();
        Arrays.fill(slices.calls, calls / COUNT);
        Arrays.fill(slices.errors, errors / COUNT);
        Arrays.fill(slices.millis, calls > 0 ? meanMillis * calls / COUNT : 0);
        return slices;
    }

    /// Counts calls that began at a moment.
    public void add(long startEpochMillis, double durationMillis, boolean error, double weight) {
        int slice = (int) (Math.floorMod(startEpochMillis, 60_000L) / MILLIS_PER_SLICE);
        calls[slice] += weight;
        errors[slice] += error ? weight : 0;
        millis[slice] += durationMillis * weight;
    }

    /// Adds all that the other ones counted; the others stay as they are.
    public void add(CallSlices other) {
        for (int slice = 0; slice < COUNT; slice++) {
            calls[slice] += other.calls[slice];
            errors[slice] += other.errors[slice];
            millis[slice] += other.millis[slice];
        }
    }

    /// Weighted number of calls that began in a slice.
    public double calls(int slice) {
        return calls[slice];
    }

    /// Weighted number of those that failed.
    public double errors(int slice) {
        return errors[slice];
    }

    /// Weighted sum of their durations.
    public double millis(int slice) {
        return millis[slice];
    }

    List<Double> calls() {
        return list(calls);
    }

    List<Double> errors() {
        return list(errors);
    }

    List<Double> millis() {
        return list(millis);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static void copy(String what, List<Double> values, double[] into) {
        if (!values.isEmpty() && values.size() != COUNT) {
            throw new IllegalArgumentException("a window has " + values.size() + " slices of " + what + ", expected " + COUNT);
        }
        for (int slice = 0; slice < values.size(); slice++) {
            into[slice] = values.get(slice);
        }
    }
}
