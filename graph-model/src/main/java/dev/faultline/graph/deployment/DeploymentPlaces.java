package dev.faultline.graph.deployment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.binding.CiFinder;
import dev.faultline.graph.binding.CiLookup;
import dev.faultline.graph.deployment.PlacedDeployment.Change;

/// The places that a deployment names, and the CIs that they mean.
///
/// @param wanted what to look for, by place; the first lookup of a list that finds something counts
record DeploymentPlaces(List<Wanted> wanted) {

    private record Wanted(DeploymentPlace place, List<CiLookup> lookups) {}

    /// What was found.
    ///
    /// @param complete whether every place that is named was found
    record Found(List<Change> changes, boolean complete) {}

    static DeploymentPlaces of(Deployment deployment) {
        var wanted = new ArrayList<Wanted>();
        wanted.add(new Wanted(DeploymentPlace.SERVICE, service(deployment.service())));
        for (String instance : instances(deployment)) {
            wanted.add(new Wanted(DeploymentPlace.INSTANCE, instance(instance, deployment.service())));
        }
        for (String host : Set.copyOf(deployment.hosts())) {
            wanted.add(new Wanted(DeploymentPlace.HOST, host(host)));
        }
        return new DeploymentPlaces(wanted);
    }

    Found find(CiFinder finder) {
        Map<CiLookup, String> found = finder.find(wanted.stream().flatMap(place -> place.lookups().stream()).toList());
        var changes = new LinkedHashSet<Change>();
        boolean complete = true;
        for (Wanted place : wanted) {
            @Nullable
            String ciId = place.lookups().stream().map(found::get).filter(Objects::nonNull).findFirst().orElse(null);
            complete &= ciId != null;
            if (ciId != null) {
                changes.add(new Change(place.place(), ciId));
            }
        }
        return new Found(List.copyOf(changes), complete);
    }

    private static Set<String> instances(Deployment deployment) {
        var instances = new LinkedHashSet<>(deployment.instances());
        deployment.batches().forEach(batch -> instances.addAll(batch.newInstances()));
        return instances;
    }

    private static List<CiLookup> service(String name) {
        return List.of(CiLookup.byId(name), CiLookup.byName("Service", name), CiLookup.byName("SoftwareInstance", name),
                CiLookup.byName("Application", name));
    }

    private static List<CiLookup> instance(String name, String service) {
        return List.of(CiLookup.byId(name), new CiLookup("ServiceInstance", "name", name, service),
                CiLookup.byName("ServiceInstance", name), new CiLookup("ServiceInstance", "instanceId", name, service),
                CiLookup.byName("SoftwareInstance", name), CiLookup.byName("Pod", name));
    }

    private static List<CiLookup> host(String name) {
        return Stream.of(CiLookup.byId(name), CiLookup.byName("Host", name), new CiLookup("Host", "hostName", name, null),
                CiLookup.byName("VirtualMachine", name), CiLookup.byName("PhysicalServer", name)).toList();
    }
}
