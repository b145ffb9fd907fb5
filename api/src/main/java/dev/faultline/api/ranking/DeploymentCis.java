package dev.faultline.api.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Names of a deployment's places as ids of CIs, which is what the series of these places are known by.
final class DeploymentCis {
    private DeploymentCis() {}

    /// Returns the deployment with its service and instances named by id, as far as the snapshot knows them.
    ///
    /// @param serviceId the CI that the service of the deployment was found to be
    static Deployment named(Deployment deployment, String serviceId, TopologySnapshot snapshot) {
        Map<String, String> ids = new HashMap<>();
        OptionalInt service = snapshot.find(serviceId);
        if (service.isPresent()) {
            for (int instance : snapshot.neighbours(service.getAsInt(), Direction.INSTANCES)) {
                ids.put(snapshot.node(instance).name(), snapshot.node(instance).id());
            }
        }
        List<DeploymentBatch> batches = deployment.batches().stream()
                .map(batch -> new DeploymentBatch(batch.startedAt(), batch.completedAt(),
                        ids(batch.newInstances(), ids), ids(batch.oldInstances(), ids)))
                .toList();
        return new Deployment(deployment.id(), serviceId, deployment.fromVersion(), deployment.toVersion(),
                ids(deployment.instances(), ids), deployment.hosts(), deployment.startedAt(), deployment.endedAt(), deployment.by(),
                deployment.outcome(), batches);
    }

    private static List<String> ids(List<String> names, Map<String, String> ids) {
        return names.stream().map(name -> ids.getOrDefault(name, name)).toList();
    }
}
