package dev.faultline.api.outgoing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.CauseKind;
import dev.faultline.graph.incident.IncidentState;

/// What a webhook is told: that an incident was opened, has another first cause, or is over.
///
/// @param id the same however often it is sent
/// @param event `incident.opened`, `incident.ranked` or `incident.resolved`
/// @param ranking the latest ranking; null before the first one
record IncidentEvent(String id, String event, Instant at, IncidentShown incident, @Nullable RankingShown ranking) {
    static final String OPENED = "incident.opened";
    static final String RANKED = "incident.ranked";
    static final String RESOLVED = "incident.resolved";

    /// The incident.
    ///
    /// @param mergedInto the incident that took it in; null where it stands for itself
    record IncidentShown(String id, String title, IncidentState state, Instant startedAt, @Nullable Instant resolvedAt,
            @Nullable String mergedInto, int alertCount, String link) {}

    /// What is blamed.
    ///
    /// @param cause null where nothing stands out
    record RankingShown(long version, boolean unknown, String summary, @Nullable CauseShown cause) {}

    /// The most likely cause.
    record CauseShown(String ciId, String ciName, CauseKind kind, double score, double confidence, @Nullable String deploymentId) {}
}
