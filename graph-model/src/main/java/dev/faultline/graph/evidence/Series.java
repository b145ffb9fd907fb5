package dev.faultline.graph.evidence;

import java.time.Duration;

import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// Observations of one metric of one subject over time, in ascending order; values may be NaN where nothing was observed.
///
/// The arrays belong to the series after construction and must not be written.
///
/// @param metric the metric's name in its source, such as `latency.p99` or `CpuUsageRate(%)`
/// @param signal what class of symptom the metric speaks of
/// @param epochSeconds start of each observation, shape (n)
/// @param values shape (n), in the unit of the source
@SuppressWarnings("ArrayRecordComponent") // the statistics work on primitive arrays, and series come by the thousand
public record Series(Subject subject, String metric, Signal signal, Duration step, long[] epochSeconds, double[] values) {
    public Series {
        if (epochSeconds.length != values.length) {
            throw new IllegalArgumentException("series " + metric + " of " + subject + " has " + epochSeconds.length + " times and "
                    + values.length + " values, expected as many");
        }
    }
}
