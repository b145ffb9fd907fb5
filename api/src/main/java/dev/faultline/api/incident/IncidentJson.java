package dev.faultline.api.incident;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.RankingVersion;

/// An incident as the REST interface shows it.
///
/// @param alertKeys the first so many of its alerts
/// @param ranking its latest ranking; null before the first one
record IncidentJson(String id, String title, IncidentState state, Instant startedAt, Instant updatedAt, @Nullable Instant resolvedAt,
        @Nullable String mergedInto, int alertCount, List<String> alertKeys, @Nullable RankingJson ranking) {
    private static final int ALERT_KEYS_MAX = 1_000;

    /// A page of them.
    ///
    /// @param next cursor of the following page; null on the last one
    record Page(List<IncidentJson> incidents, @Nullable String next) {}

    static IncidentJson of(Incident incident, @Nullable RankingVersion ranking, CiNames names) {
        return new IncidentJson(incident.id(), incident.title(), incident.state(), incident.startedAt(),
                incident.updatedAt(), incident.resolvedAt(), incident.mergedInto(), incident.alertKeys().size(),
                incident.alertKeys().stream().limit(ALERT_KEYS_MAX).toList(), ranking == null ? null : RankingJson.of(ranking, names));
    }
}
