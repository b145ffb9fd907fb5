package dev.faultline.graph.feedback;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/// Feedback nodes as property maps, both ways.
final class FeedbackRows {
    private FeedbackRows() {}

    static Map<String, Object> toParameters(Feedback feedback) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("incidentId", feedback.incidentId());
        properties.put("rankingVersion", feedback.rankingVersion());
        properties.put("verdict", feedback.verdict().name());
        properties.put("ciId", feedback.ciId());
        properties.put("place", feedback.place());
        properties.put("confidence", feedback.confidence());
        properties.put("actualCiId", feedback.actualCiId());
        properties.put("actual", feedback.actual());
        properties.put("actualPlace", feedback.actualPlace());
        properties.put("by", feedback.by());
        properties.put("reason", feedback.reason());
        properties.put("atMillis", feedback.at().toEpochMilli());
        Map<String, Object> parameters = new HashMap<>(Map.of("incidentId", feedback.incidentId(), "id", feedback.id()));
        parameters.put("properties", properties);
        parameters.put("ciIds", Stream.ofNullable(feedback.ciId()).toList());
        parameters.put("actualCiIds", Stream.ofNullable(feedback.actualCiId()).toList());
        return parameters;
    }

    static Feedback fromProperties(Value row) {
        return new Feedback(row.get("id").asString(), row.get("incidentId").asString(), row.get("rankingVersion").asLong(),
                Verdict.valueOf(row.get("verdict").asString()), text(row, "ciId"), number(row, "place"), row.get("confidence").asDouble(),
                text(row, "actualCiId"), text(row, "actual"), number(row, "actualPlace"), row.get("by").asString(),
                row.get("reason").asString(), Instant.ofEpochMilli(row.get("atMillis").asLong()));
    }

    private static @Nullable String text(Value row, String name) {
        return row.get(name).isNull() ? null : row.get(name).asString();
    }

    private static @Nullable Integer number(Value row, String name) {
        return row.get(name).isNull() ? null : row.get(name).asInt();
    }
}
