package dev.faultline.rca.trace;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.rca.scene.AbnormalTime;
import dev.faultline.rca.statistics.Tests;

/// Lines of one template at one CI that were logged far more often in the abnormal time than ever in as long a normal one.
///
/// @param ciId who logged them
/// @param lines how many in the abnormal time
/// @param normalLines how many there would have been had every minute been as its worst normal one
/// @param minutes how many of them are abnormal
/// @param strength how clearly they stand out by level and number, in [0, 1]
public record LogBurst(int unit, String ciId, LogSeries series, double lines, double normalLines, int minutes, double strength) {
    private static final int MINUTES_MIN = 4;
    private static final double SIGNIFICANT_Z = 2;
    private static final double HALF_BEYOND = 3;
    /** Beyond so much of what is normal only, as any number is large beside the noise of many. */
    private static final double SHARE_FLOOR = 0.25;
    private static final double WARNING = 0.5;
    /** Of a unit that logged nothing at all before, nobody knows what is new. */
    private static final double UNCOMPARED = 0.5;

    /// Returns the burst, or null where lines are as many as ever, or normal time is too short to tell.
    ///
    /// @param normalUntil epoch second at which normal time ends
    /// @param compared whether anything of the unit was logged in normal time
    public static @Nullable LogBurst of(int unit, LogSeries series, AbnormalTime time, long normalUntil, boolean compared) {
        int normal = 0;
        int abnormal = 0;
        double worst = 0;
        double lines = 0;
        for (int i = 0; i < series.lines().values().length; i++) {
            double value = series.lines().values()[i];
            long end = series.lines().epochSeconds()[i] + series.lines().step().toSeconds();
            if (!Double.isNaN(value) && end <= normalUntil) {
                normal++;
                worst = Math.max(worst, value);
            } else if (!Double.isNaN(value) && end > time.from()) {
                abnormal++;
                lines += value;
            }
        }
        double expected = worst * abnormal;
        double scale = Math.max(Math.sqrt(expected + 1), SHARE_FLOOR * expected);
        double strength = Tests.saturate((lines - expected) / scale - SIGNIFICANT_Z, HALF_BEYOND) * weight(series, compared);
        return normal < MINUTES_MIN || strength <= 0
                ? null
                : new LogBurst(unit, series.lines().subject().owner(), series, lines, expected, abnormal, strength);
    }

    private static double weight(LogSeries series, boolean compared) {
        double ofLevel = switch (series.level()) {
            case ERROR -> 1;
            case WARN -> WARNING;
            case INFO, DEBUG, UNKNOWN -> 0;
        };
        return compared ? ofLevel : UNCOMPARED * ofLevel;
    }

    /// Whether its template says something that others may say too.
    public boolean isToldApart() {
        return !series.template().isEmpty() && !series.template().startsWith("(");
    }
}
