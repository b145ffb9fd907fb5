package dev.faultline.graph.deployment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// What was changed, from which version to which, where, when, by whom, with which outcome.
///
/// @param service name or CI id of the service that was changed
/// @param instances names or CI ids of the changed instances; empty where all were changed
/// @param hosts names or CI ids of the hosts touched
/// @param endedAt null while it runs
/// @param by who did it, as the sender names them
public record Deployment(String id, String service, @Nullable String fromVersion, String toVersion, List<String> instances,
        List<String> hosts, Instant startedAt, @Nullable Instant endedAt, String by, DeploymentOutcome outcome,
        List<DeploymentBatch> batches) {
    public Deployment {
        Required.text("deployment id", id);
        Required.text("deployment service", service);
        instances = List.copyOf(instances);
        hosts = List.copyOf(hosts);
        batches = List.copyOf(batches);
        if (endedAt != null && endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("deployment " + id + " ends at " + endedAt + ", before it starts at " + startedAt);
        }
    }

    /// The deployment as it was at an instant after its start: running where it ended later.
    Deployment asOf(Instant instant) {
        boolean ran = endedAt != null && endedAt.isAfter(instant);
        return ran
                ? new Deployment(id, service, fromVersion, toVersion, instances, hosts, startedAt, null, by, DeploymentOutcome.RUNNING,
                        batches)
                : this;
    }
}
