package dev.faultline.graph.deployment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a page of deployments ended.
record DeploymentCursor(long startedAtMillis, String id) {

    static final DeploymentCursor FIRST = new DeploymentCursor(Long.MAX_VALUE, "");

    static DeploymentCursor after(Deployment deployment) {
        return new DeploymentCursor(deployment.startedAt().toEpochMilli(), deployment.id());
    }

    static DeploymentCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
            return new DeploymentCursor(Long.parseLong(parts[0]), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "cursor '" + text + "' is none of a page of deployments, expected the one that a page gave",
                    e);
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((startedAtMillis + ":" + id).getBytes(StandardCharsets.UTF_8));
    }
}
