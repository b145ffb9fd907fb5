package dev.faultline.rca.statistics;

import java.util.Arrays;

/// Order statistics by linear interpolation between closest ranks (Hyndman and Fan 1996, type 7); NaN values are left out.
public final class Quantiles {
    private static final double QUARTILE_LOW = 0.25;
    private static final double QUARTILE_HIGH = 0.75;
    private static final double MIDDLE = 0.5;

    private Quantiles() {}

    /// The value that the given share of the values lies below, in O(n log n); NaN where there is no value.
    public static double quantile(double[] values, double share) {
        return ofSorted(sorted(values), share);
    }

    public static double median(double[] values) {
        return quantile(values, MIDDLE);
    }

    /// Median and distance of the quartiles.
    static double[] medianAndRange(double[] values) {
        double[] sorted = sorted(values);
        return new double[]{ofSorted(sorted, MIDDLE), ofSorted(sorted, QUARTILE_HIGH) - ofSorted(sorted, QUARTILE_LOW)};
    }

    private static double[] sorted(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double ofSorted(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
    }
}
