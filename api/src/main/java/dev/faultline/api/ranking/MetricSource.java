package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.faultline.graph.evidence.Series;

/// Metrics of CIs as evidence, such as the processor time of a host.
@FunctionalInterface
public interface MetricSource {
    /// Knows of nothing.
    MetricSource NONE = (ciIds, from, to) -> List.of();

    /// The series of some CIs in [from, to); CIs that it knows nothing of have none.
    List<Series> of(Collection<String> ciIds, Instant from, Instant to);
}
