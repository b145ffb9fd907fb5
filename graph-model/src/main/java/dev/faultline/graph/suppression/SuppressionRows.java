package dev.faultline.graph.suppression;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Suppression nodes as property maps, both ways. The matchers are a JSON list; `overMillis` is the early end or else the planned one.
final class SuppressionRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<LabelMatcher>> MATCHERS = new TypeReference<>() {
    };

    private SuppressionRows() {}

    static Map<String, Object> toParameters(Suppression suppression) {
        Map<String, @Nullable Object> properties = new HashMap<>();
        properties.put("kind", suppression.kind().name());
        properties.put("fromMillis", suppression.from().toEpochMilli());
        properties.put("untilMillis", suppression.until().toEpochMilli());
        properties.put("overMillis", suppression.over().toEpochMilli());
        properties.put("by", suppression.by());
        properties.put("reason", suppression.reason());
        properties.put("createdAtMillis", suppression.createdAt().toEpochMilli());
        List<String> ciIds = List.of();
        List<String> deploymentIds = List.of();
        switch (suppression.scope()) {
            case SuppressionScope.OfLabels labels -> properties.put("matchers", JSON.writeValueAsString(labels.matchers()));
            case SuppressionScope.OfCis cis -> {
                ciIds = cis.ciIds();
                deploymentIds = cis.deploymentId() == null ? List.of() : List.of(cis.deploymentId());
                properties.put("ciIds", ciIds);
                properties.put("deploymentId", cis.deploymentId());
            }
        }
        return Map.of("id", suppression.id(), "properties", properties, "ciIds", ciIds, "deploymentIds", deploymentIds);
    }

    static Suppression suppression(Value row) {
        return new Suppression(row.get("id").asString(), scope(row), time(row, "fromMillis"), time(row, "untilMillis"),
                row.get("by").asString(), row.get("reason").asString(), time(row, "createdAtMillis"), end(row));
    }

    private static SuppressionScope scope(Value row) {
        return switch (SuppressionKind.valueOf(row.get("kind").asString())) {
            case SILENCE -> new SuppressionScope.OfLabels(JSON.readValue(row.get("matchers").asString(), MATCHERS));
            case MAINTENANCE -> new SuppressionScope.OfCis(row.get("ciIds").asList(Value::asString),
                    row.get("deploymentId").isNull() ? null : row.get("deploymentId").asString());
        };
    }

    private static Suppression.@Nullable End end(Value row) {
        return row.get("endedAtMillis").isNull()
                ? null
                : new Suppression.End(time(row, "endedAtMillis"), row.get("endedBy").asString(), row.get("endReason").asString());
    }

    private static Instant time(Value row, String name) {
        return Instant.ofEpochMilli(row.get(name).asLong());
    }
}
