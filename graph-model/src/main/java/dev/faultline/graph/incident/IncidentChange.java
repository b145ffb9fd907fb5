package dev.faultline.graph.incident;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.explanation.PackedInput;
import dev.faultline.graph.outbox.OutgoingNotice;

/// What one transaction stores of an incident.
///
/// @param incident its state from now on
/// @param joinedAlertKeys the alerts to link to it, those linked before may be among them or not
/// @param absorbedIncidentIds incidents that it takes in
/// @param ranking its new ranking; null where only the state changed
/// @param input what the ranking was computed from; null where that is not kept
/// @param notices what is to be told to others of it
/// @param byPeople what people did that led to it
public record IncidentChange(Incident incident, List<String> joinedAlertKeys, List<String> absorbedIncidentIds,
        @Nullable RankingVersion ranking, @Nullable PackedInput input, List<OutgoingNotice> notices,
        ByPeople byPeople) {

    /// A change that keeps nothing of what its ranking was computed from, and tells nobody.
    public IncidentChange(Incident incident, List<String> joinedAlertKeys, List<String> absorbedIncidentIds,
            @Nullable RankingVersion ranking) {
        this(incident, joinedAlertKeys, absorbedIncidentIds, ranking, null, List.of());
    }

    /// A change that no person led to.
    public IncidentChange(Incident incident, List<String> joinedAlertKeys, List<String> absorbedIncidentIds,
            @Nullable RankingVersion ranking, @Nullable PackedInput input, List<OutgoingNotice> notices) {
        this(incident, joinedAlertKeys, absorbedIncidentIds, ranking, input, notices, ByPeople.NONE);
    }

    public IncidentChange {
        joinedAlertKeys = List.copyOf(joinedAlertKeys);
        absorbedIncidentIds = List.copyOf(absorbedIncidentIds);
        notices = List.copyOf(notices);
    }
}
