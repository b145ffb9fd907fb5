package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.TimeWindow;

/// What CIs log as evidence.
@FunctionalInterface
public interface LogSource {
    /// Knows of nothing.
    LogSource NONE = (ciIds, from, window, missing) -> List.of();

    /// How often some CIs logged what from an instant to the end of the window of the fault.
    ///
    /// @param ciIds nearest first
    /// @param missing told why series are missing that there may be, by a name
    List<LogSeries> of(Collection<String> ciIds, Instant from, TimeWindow window, Consumer<String> missing);
}
