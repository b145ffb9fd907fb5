package dev.faultline.graph.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What one transaction stores of an incident.
///
/// @param incident its state from now on
/// @param joinedAlertKeys the alerts to link to it, those linked before may be among them or not
/// @param absorbedIncidentIds incidents that it takes in
/// @param ranking its new ranking; null where only the state changed
public record IncidentChange(Incident incident, List<String> joinedAlertKeys, List<String> absorbedIncidentIds,
        @Nullable RankingVersion ranking) {
    public IncidentChange {
        joinedAlertKeys = List.copyOf(joinedAlertKeys);
        absorbedIncidentIds = List.copyOf(absorbedIncidentIds);
    }
}
