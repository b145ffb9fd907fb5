package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// What this source knows; of CIs that it knows nothing of, what another one knows, as lines counted twice would weigh twice.
    default LogSource or(LogSource other) {
        return (ciIds, from, window, missing) -> {
            List<LogSeries> own = of(ciIds, from, window, missing);
            Set<String> known = own.stream().map(LogSource::ciId).collect(Collectors.toSet());
            return Stream.concat(own.stream(), other.of(ciIds, from, window, missing).stream().filter(one -> !known.contains(ciId(one))))
                    .toList();
        };
    }

    private static String ciId(LogSeries series) {
        return series.lines().subject().owner();
    }
}
