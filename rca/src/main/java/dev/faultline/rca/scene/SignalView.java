package dev.faultline.rca.scene;

import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.rca.statistics.Baseline;

/// One series of a unit, judged against its normal time.
///
/// @param facet which kind of observer saw it
/// @param value mean of the abnormal time, in the bad direction where the metric has one
/// @param z robust z of the value, positive where worse
/// @param mass badness times requests over the abnormal time: seconds lost, or requests failed
/// @param due what the same requests cost in normal time, in the unit of the mass; 0 of shares, which normally cost nothing
/// @param silent whether a series that reported in normal time has no value in the abnormal time
public record SignalView(Series series, MetricMeaning meaning, Facet facet, Baseline baseline, double value, double z, double mass,
        double due, boolean silent) {

    /// Who observed: the unit's own CI, one of its instances, or callers of one of these.
    public enum Facet {
        OWN, INSTANCE, CALLS_TO_INSTANCE, CALLS
    }
}
