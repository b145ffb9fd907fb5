package dev.faultline.rca.statistics;

/// Test statistics for counts and shares.
public final class Tests {
    private static final double PRIOR = 0.5;

    private Tests() {}

    /// z of the difference of two shares, pooled, with half an observation added (Agresti and Caffo 2000).
    ///
    /// @return positive where the first share is larger; 0 where one side has no trials
    public static double shares(double hits, double trials, double otherHits, double otherTrials) {
        if (trials <= 0 || otherTrials <= 0) {
            return 0;
        }
        double pooled = (hits + otherHits + PRIOR) / (trials + otherTrials + 2 * PRIOR);
        double variance = pooled * (1 - pooled) * (1 / trials + 1 / otherTrials);
        return variance <= 0 ? 0 : (hits / trials - otherHits / otherTrials) / Math.sqrt(variance);
    }

    /// z of a count against the count expected, by Poisson's variance and one more, so that single events never stand out.
    public static double count(double observed, double expected) {
        return (observed - expected) / Math.sqrt(expected + 1);
    }

    /// Maps a strength of 0 or more to [0, 1); the given strength becomes one half.
    public static double saturate(double strength, double half) {
        return strength <= 0 ? 0 : strength / (strength + half);
    }
}
