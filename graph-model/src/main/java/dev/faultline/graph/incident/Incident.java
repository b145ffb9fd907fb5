package dev.faultline.graph.incident;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// The alerts that belong together, and what is known of them as a whole.
///
/// @param startedAt when its earliest alert began
/// @param mergedInto id of the incident that took this one in; null where it stands for itself
public record Incident(String id, String title, IncidentState state, Instant startedAt, Instant updatedAt, @Nullable Instant resolvedAt,
        List<String> alertKeys, @Nullable String mergedInto) {
    public Incident {
        Required.text("incident id", id);
        alertKeys = List.copyOf(alertKeys);
    }

    /// The incident as it was at an instant after its start: open where it was resolved later.
    Incident asOf(Instant instant) {
        boolean resolved = resolvedAt != null && !resolvedAt.isAfter(instant);
        return new Incident(id, title, resolved ? IncidentState.RESOLVED : IncidentState.OPEN, startedAt,
                updatedAt.isAfter(instant) ? instant : updatedAt, resolved ? resolvedAt : null, alertKeys, resolved ? mergedInto : null);
    }
}
