package dev.faultline.rca.evidence;

import java.util.Collection;
import java.util.List;

import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.evidence.TimeWindow;

/// Takes the times of earlier incidents out of series: what was disturbed tells nothing of what is normal.
public final class CalmSeries {
    /// A series that keeps fewer values than this before the fault stays as it is: a disturbed normal is better than none.
    private static final int SAMPLES_MIN = 4;

    private CalmSeries() {}

    /// Returns the series with NaN at disturbed times.
    ///
    /// @param faultFrom when the fault may have begun; nothing from here on is taken out
    public static List<Series> of(Collection<Series> series, Collection<TimeWindow> disturbed, long faultFrom) {
        return disturbed.isEmpty() ? List.copyOf(series) : series.stream().map(one -> calm(one, disturbed, faultFrom)).toList();
    }

    private static Series calm(Series series, Collection<TimeWindow> disturbed, long faultFrom) {
        double[] values = series.values().clone();
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            long from = series.epochSeconds()[i];
            long to = from + series.step().toSeconds();
            if (from < faultFrom && disturbed.stream().anyMatch(time -> overlaps(time, from, to))) {
                values[i] = Double.NaN;
            }
            kept += from < faultFrom && !Double.isNaN(values[i]) ? 1 : 0;
        }
        return kept < SAMPLES_MIN
                ? series
                : new Series(series.subject(), series.metric(), series.signal(), series.step(), series.epochSeconds(), values);
    }

    private static boolean overlaps(TimeWindow time, long from, long to) {
        return time.from().getEpochSecond() < to && time.to().getEpochSecond() >= from;
    }
}
