package dev.faultline.graph.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Which incidents a reader asks for; what is null does not narrow.
///
/// @param from earliest start, inclusive
/// @param to latest start, exclusive
/// @param ciId only incidents with an alert on this CI, or that name it as a cause
public record IncidentFilter(@Nullable IncidentState state, @Nullable Instant from, @Nullable Instant to, @Nullable String ciId) {
    public static final IncidentFilter ALL = new IncidentFilter(null, null, null, null);
}
