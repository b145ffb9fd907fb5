package dev.faultline.graph.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// By what an incident can be told from others.
///
/// @param places CIs with the signals that fired there
/// @param alertNames names of its alerts
/// @param causes ids of its first causes, most likely first; empty where they are unknown
/// @param confirmed id of the CI that people say it was; null where nobody does
public record IncidentSigns(String incidentId, String title, Instant startedAt, @Nullable Instant resolvedAt, Set<String> places,
        Set<String> alertNames, List<String> causes, @Nullable String confirmed) {
    public IncidentSigns {
        places = Set.copyOf(places);
        alertNames = Set.copyOf(alertNames);
        causes = List.copyOf(causes);
    }
}
