package dev.faultline.graph.deployment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The properties of a deployment's node. Times are epoch milliseconds; the batches are a JSON list.
final class DeploymentProperties {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<DeploymentBatch>> BATCHES = new TypeReference<>() {
    };

    private DeploymentProperties() {}

    static Map<String, @Nullable Object> of(Deployment deployment) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("id", deployment.id());
        properties.put("service", deployment.service());
        properties.put("fromVersion", deployment.fromVersion());
        properties.put("toVersion", deployment.toVersion());
        properties.put("instances", deployment.instances());
        properties.put("hosts", deployment.hosts());
        properties.put("startedAtMillis", deployment.startedAt().toEpochMilli());
        properties.put("endedAtMillis", deployment.endedAt() == null ? null : deployment.endedAt().toEpochMilli());
        properties.put("by", deployment.by());
        properties.put("outcome", deployment.outcome().name());
        properties.put("batches", JSON.writeValueAsString(deployment.batches()));
        return properties;
    }

    /// The deployment that a node's properties tell of; null where there is no more than an id yet.
    static @Nullable Deployment read(Map<String, Object> node) {
        if (!node.containsKey("startedAtMillis")) {
            return null;
        }
        return new Deployment(text(node, "id"), text(node, "service"), (String) node.get("fromVersion"), text(node, "toVersion"),
                texts(node, "instances"), texts(node, "hosts"),
                Instant.ofEpochMilli((Long) Objects.requireNonNull(node.get("startedAtMillis"))),
                node.get("endedAtMillis") instanceof Long endedAt ? Instant.ofEpochMilli(endedAt) : null, text(node, "by"),
                DeploymentOutcome.valueOf(text(node, "outcome")), JSON.readValue(text(node, "batches"), BATCHES));
    }

    private static String text(Map<String, Object> node, String property) {
        return (String) Objects.requireNonNull(node.get(property), property);
    }

    private static List<String> texts(Map<String, Object> node, String property) {
        return node.get(property) instanceof List<?> list ? list.stream().map(String.class::cast).toList() : List.of();
    }
}
