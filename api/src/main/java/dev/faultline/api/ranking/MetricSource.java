package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.faultline.graph.evidence.Series;

/// Metrics of CIs and calls as evidence, such as the processor time of a host.
@FunctionalInterface
public interface MetricSource {
    /// Knows of nothing.
    MetricSource NONE = (ciIds, from, to, missing) -> List.of();

    /// The series of some CIs, and of the calls to them, in [from, to); what it knows nothing of has none.
    ///
    /// @param ciIds nearest first
    /// @param missing told why series are missing that there may be, by a name
    List<Series> of(Collection<String> ciIds, Instant from, Instant to, Consumer<String> missing);

    /// The series of this source, and those of another one.
    default MetricSource and(MetricSource other) {
        return (ciIds, from, to, missing) -> Stream
                .concat(of(ciIds, from, to, missing).stream(), other.of(ciIds, from, to, missing).stream()).toList();
    }
}
