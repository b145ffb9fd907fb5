package dev.faultline.api.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.graph.deployment.DeploymentPlace;
import dev.faultline.graph.deployment.PlacedDeployment;
import dev.faultline.graph.deployment.PlacedDeployment.Change;
import dev.faultline.graph.topology.TopologyNode;
import dev.faultline.rca.topology.TopologySnapshot;
import dev.faultline.rca.topology.TopologySnapshot.Direction;

/// Names of a deployment's places as ids of CIs, which is what the series of these places are known by.
///
/// A name that leads to no CI is kept only where others of the same deployment lead to one: then the instance was never seen.
/// Where none does, the deployment names its instances in words that nothing else uses, which tells nothing of any of them.
final class DeploymentCis {
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> resolved = new HashSet<>();
    private final boolean keepsUnknown;

    private DeploymentCis(PlacedDeployment placed, String serviceId, TopologySnapshot snapshot) {
        placed.changes().stream().filter(change -> change.place() == DeploymentPlace.INSTANCE).map(Change::ciId).forEach(resolved::add);
        OptionalInt service = snapshot.find(serviceId);
        if (service.isPresent()) {
            String serviceName = snapshot.node(service.getAsInt()).name();
            for (int instance : snapshot.neighbours(service.getAsInt(), Direction.INSTANCES)) {
                put(snapshot.node(instance), serviceName);
            }
        }
        Set<String> unknown = changed(placed.deployment()).filter(name -> !ids.containsKey(name)).collect(Collectors.toSet());
        long known = changed(placed.deployment()).distinct().count() - unknown.size();
        this.keepsUnknown = resolved.isEmpty() ? known > 0 : resolved.size() < known + unknown.size();
    }

    /// An instance is called by its id, its name, or its name without that of the service before it.
    private void put(TopologyNode instance, String serviceName) {
        ids.put(instance.id(), instance.id());
        ids.put(instance.name(), instance.id());
        if (instance.name().startsWith(serviceName + " ")) {
            ids.put(instance.name().substring(serviceName.length() + 1), instance.id());
        }
    }

    private static Stream<String> changed(Deployment deployment) {
        return Stream.concat(deployment.instances().stream(),
                deployment.batches().stream().map(DeploymentBatch::newInstances).flatMap(Collection::stream));
    }

    /// Returns the deployment with its service and instances named by id, as far as these are known.
    ///
    /// @param serviceId the CI that the service of the deployment was found to be
    static Deployment named(PlacedDeployment placed, String serviceId, TopologySnapshot snapshot) {
        return new DeploymentCis(placed, serviceId, snapshot).named(placed.deployment(), serviceId);
    }

    private Deployment named(Deployment deployment, String serviceId) {
        List<DeploymentBatch> batches = deployment.batches().stream()
                .map(batch -> new DeploymentBatch(batch.startedAt(), batch.completedAt(), ids(batch.newInstances()),
                        ids(batch.oldInstances())))
                .toList();
        Set<String> instances = new LinkedHashSet<>(ids(deployment.instances()));
        resolved.stream().sorted().forEach(instances::add);
        return new Deployment(deployment.id(), serviceId, deployment.fromVersion(), deployment.toVersion(), List.copyOf(instances),
                deployment.hosts(), deployment.startedAt(), deployment.endedAt(), deployment.by(), deployment.outcome(), batches);
    }

    private List<String> ids(List<String> names) {
        return names.stream().map(name -> keepsUnknown ? ids.getOrDefault(name, name) : ids.get(name)).filter(Objects::nonNull).toList();
    }
}
