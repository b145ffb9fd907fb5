package dev.faultline.graph.deployment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// One step of a rollout: the instances that got the new version together.
///
/// @param newInstances names or CI ids of instances that run the new version since this batch
/// @param oldInstances names or CI ids of instances that this batch replaced
/// @param completedAt null while the batch is under way
public record DeploymentBatch(Instant startedAt, @Nullable Instant completedAt, List<String> newInstances, List<String> oldInstances) {
    public DeploymentBatch {
        newInstances = List.copyOf(newInstances);
        oldInstances = List.copyOf(oldInstances);
    }
}
