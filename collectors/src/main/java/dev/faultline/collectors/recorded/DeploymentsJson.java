package dev.faultline.collectors.recorded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.graph.deployment.DeploymentOutcome;

/// Turns a recorded `deployments.json` into deployments.
final class DeploymentsJson {
    private DeploymentsJson() {}

    static List<Deployment> read(JsonNode json) {
        List<Deployment> deployments = new ArrayList<>();
        for (JsonNode node : json) {
            List<DeploymentBatch> batches = new ArrayList<>();
            List<String> instances = new ArrayList<>();
            for (JsonNode batch : node.path("batches")) {
                batches.add(new DeploymentBatch(Instant.parse(batch.path("at").asString()), instant(batch.path("completedAt")),
                        texts(batch.path("newInstances")), texts(batch.path("oldInstances"))));
                instances.addAll(texts(batch.path("newInstances")));
            }
            deployments.add(new Deployment(node.path("id").asString(), node.path("service").asString(), null, "recorded", instances,
                    List.of(), Instant.parse(node.path("startedAt").asString()), null, "recorded", DeploymentOutcome.RUNNING, batches));
        }
        return deployments;
    }

    private static @Nullable Instant instant(JsonNode node) {
        return node.isString() ? Instant.parse(node.asString()) : null;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asString()));
        return texts;
    }
}
