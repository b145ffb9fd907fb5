package dev.faultline.graph.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Some incidents, latest start first.
///
/// @param next cursor of the following page; null on the last one
public record IncidentPage(List<Incident> incidents, @Nullable String next) {
    public IncidentPage {
        incidents = List.copyOf(incidents);
    }

    /// The cursor of the page that begins after an incident.
    public static String cursor(Incident incident) {
        return IncidentCursor.after(incident).text();
    }
}
