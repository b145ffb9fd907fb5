package dev.faultline.graph.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Incident nodes as parameters and rows.
final class IncidentRows {
    private IncidentRows() {}

    static Map<String, Object> toParameters(IncidentChange change) {
        Incident incident = change.incident();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", incident.id());
        parameters.put("title", incident.title());
        parameters.put("state", incident.state().name());
        parameters.put("startedAtMillis", incident.startedAt().toEpochMilli());
        parameters.put("updatedAtMillis", incident.updatedAt().toEpochMilli());
        parameters.put("resolvedAtMillis", millis(incident.resolvedAt()));
        parameters.put("mergedIntoId", incident.mergedInto());
        parameters.put("alertKeys", change.joinedAlertKeys());
        return parameters;
    }

    static Incident incident(Properties columns) {
        Properties incident = columns.node("incident");
        return new Incident(incident.text("id"), incident.text("title"), IncidentState.valueOf(incident.text("state")),
                incident.instant("startedAtMillis"), incident.instant("updatedAtMillis"), incident.instantOrNull("resolvedAtMillis"),
                columns.texts("alertKeys"), incident.textOrNull("mergedIntoId"));
    }

    static RankingVersion ranking(Properties columns) {
        return RankingRows.fromProperties(columns.node("ranking"), columns.nodes("causes"));
    }

    static Map<String, Object> toParameters(RankingVersion version) {
        List<Map<String, Object>> causes = version.ranking().causes().stream()
                .map(cause -> Map.of("ciId", cause.ciId(), "properties", CauseRows.toProperties(cause))).toList();
        return Map.of("incidentId", version.incidentId(), "rankingId", rankingId(version), "ranking",
                RankingRows.toProperties(version), "causes", causes);
    }

    static String rankingId(RankingVersion version) {
        return version.incidentId() + "#" + version.version();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
