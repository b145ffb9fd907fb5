package dev.faultline.rca.statistics;

/// What is normal for one series: its level, and the scale by which it strays from there.
///
/// Robust z with a scale floor: near-constant series would otherwise win every ranking. The scale is
/// max(IQR / 1.349, 5 % of |median|, the floor of the unit); IQR / 1.349 estimates the standard deviation of a normal
/// distribution (Rousseeuw and Croux 1993).
///
/// @param level median of normal time
/// @param scale positive
/// @param samples how many observations it rests on
public record Baseline(double level, double scale, int samples) {
    private static final double RANGE_PER_DEVIATION = 1.349;
    private static final double FLOOR_SHARE = 0.05;
    private static final double SCALE_MIN = 1e-9;

    /// Learns from observations of normal time, in O(n log n).
    ///
    /// @param unitFloor deviation below which nothing counts in the unit of the values
    public static Baseline of(double[] normal, double unitFloor) {
        double[] medianAndRange = Quantiles.medianAndRange(normal);
        double level = Double.isNaN(medianAndRange[0]) ? 0 : medianAndRange[0];
        double spread = Double.isNaN(medianAndRange[1]) ? 0 : medianAndRange[1] / RANGE_PER_DEVIATION;
        double scale = Math.max(Math.max(spread, FLOOR_SHARE * Math.abs(level)), Math.max(unitFloor, SCALE_MIN));
        return new Baseline(level, scale, normal.length);
    }

    /// Signed distance from the level in scales.
    public double z(double value) {
        return (value - level) / scale;
    }

    /// The same scale around another level.
    public Baseline at(double otherLevel) {
        return new Baseline(otherLevel, scale, samples);
    }
}
