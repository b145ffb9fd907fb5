package dev.faultline.rca.term;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.faultline.graph.deployment.Deployment;
import dev.faultline.graph.deployment.DeploymentBatch;
import dev.faultline.rca.scene.Scene;

/// Changed instances that were never observed although the unchanged ones of the same unit are: they may never have come up.
final class UnreportedChanges {
    private UnreportedChanges() {}

    /// Numbers of units with such an instance, ascending.
    static Set<Integer> units(Scene scene) {
        Set<Integer> units = new TreeSet<>();
        for (Deployment deployment : scene.evidence().deployments()) {
            ChangeTerm.unit(scene, deployment).ifPresent(unit -> {
                if (!instances(scene, unit, deployment).isEmpty()) {
                    units.add(unit);
                }
            });
        }
        return units;
    }

    /// Ids of such instances of one deployment, ascending.
    static List<String> instances(Scene scene, int unit, Deployment deployment) {
        Set<String> reporting = scene.views().get(unit).stream().map(view -> view.series().subject().owner()).collect(Collectors.toSet());
        Set<String> changed = changed(deployment);
        Set<String> observed = scene.evidence().observed().series().stream().map(series -> series.subject().owner())
                .filter(changed::contains).collect(Collectors.toSet());
        if (reporting.isEmpty() || reporting.stream().allMatch(changed::contains)) {
            return List.of();
        }
        return changed.stream().filter(id -> !observed.contains(id)).sorted().toList();
    }

    private static Set<String> changed(Deployment deployment) {
        Stream<String> batches = deployment.batches().stream().map(DeploymentBatch::newInstances).flatMap(Collection::stream);
        return Stream.concat(deployment.instances().stream(), batches).collect(Collectors.toCollection(TreeSet::new));
    }
}
