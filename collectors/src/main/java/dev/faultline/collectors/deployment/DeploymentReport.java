package dev.faultline.collectors.deployment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.graph.deployment.DeploymentOutcome;

/// Reads a report of a deployment: `id`, `service`, `fromVersion`, `toVersion`, `instances`, `hosts`, `startedAt`, `endedAt`, `by`,
/// `outcome` and `batches`. Unknown fields are refused, so that a misspelt one is not lost in silence.
public final class DeploymentReport {

    static final int TEXT_CHARACTERS_MAX = 512;
    static final int PLACES_MAX = 10_000;
    static final int BATCHES_MAX = 1_000;

    /// How old a reported deployment may be.
    static final Duration AGE_MAX = Duration.ofDays(3_650);

    /// How far the sender's clock may be ahead.
    static final Duration AHEAD_MAX = Duration.ofHours(1);

    private static final Set<String> FIELDS = Set.of("id", "service", "fromVersion", "toVersion", "instances", "hosts", "startedAt",
            "endedAt", "by", "outcome", "batches");
    private static final Set<String> BATCH_FIELDS = Set.of("startedAt", "completedAt", "newInstances", "oldInstances");

    private DeploymentReport() {}

    /// The deployment of one body. Without an outcome it runs until it has an end, and has succeeded then.
    public static Deployment read(byte[] body, Instant receivedAt) {
        JsonField report = JsonField.document(body).onlyFields(FIELDS);
        Instant startedAt = within(report.field("startedAt"), receivedAt, report.field("startedAt").time());
        Instant endedAt = endedAt(report.field("endedAt"), receivedAt, startedAt);
        return new Deployment(text(report, "id"), text(report, "service"), report.field("fromVersion").optionalText(TEXT_CHARACTERS_MAX),
                text(report, "toVersion"), places(report, "instances"), places(report, "hosts"), startedAt, endedAt, text(report, "by"),
                outcome(report.field("outcome"), endedAt), batches(report.field("batches"), receivedAt));
    }

    private static DeploymentOutcome outcome(JsonField field, @Nullable Instant endedAt) {
        DeploymentOutcome outcome = field.optionalChoice(DeploymentOutcome.class);
        if (outcome == null) {
            return endedAt == null ? DeploymentOutcome.RUNNING : DeploymentOutcome.SUCCEEDED;
        }
        if (outcome == DeploymentOutcome.RUNNING && endedAt != null) {
            throw field.wrong("another outcome than running where endedAt is given");
        }
        return outcome;
    }

    private static List<DeploymentBatch> batches(JsonField field, Instant receivedAt) {
        return field.items(BATCHES_MAX).stream().map(item -> batch(item.onlyFields(BATCH_FIELDS), receivedAt)).toList();
    }

    private static DeploymentBatch batch(JsonField batch, Instant receivedAt) {
        Instant startedAt = within(batch.field("startedAt"), receivedAt, batch.field("startedAt").time());
        return new DeploymentBatch(startedAt, endedAt(batch.field("completedAt"), receivedAt, startedAt), places(batch, "newInstances"),
                places(batch, "oldInstances"));
    }

    private static @Nullable Instant endedAt(JsonField field, Instant receivedAt, Instant startedAt) {
        Instant endedAt = field.optionalTime();
        if (endedAt == null) {
            return null;
        }
        if (endedAt.isBefore(startedAt)) {
            throw field.wrong("a time not before startedAt " + startedAt);
        }
        return within(field, receivedAt, endedAt);
    }

    private static Instant within(JsonField field, Instant receivedAt, Instant time) {
        return field.inReach(time, receivedAt, AGE_MAX, AHEAD_MAX);
    }

    private static String text(JsonField report, String name) {
        return report.field(name).text(TEXT_CHARACTERS_MAX);
    }

    private static List<String> places(JsonField report, String name) {
        return report.field(name).texts(PLACES_MAX, TEXT_CHARACTERS_MAX);
    }
}
