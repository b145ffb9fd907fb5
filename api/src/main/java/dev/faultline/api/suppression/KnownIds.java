package dev.faultline.api.suppression;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.faultline.graph.ci.Ci;
import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.deployment.DeploymentQueries;

/// Which ids lead to something in the graph.
public record KnownIds(CiStore cis, DeploymentQueries deployments) {
    /// The first of the ids that no CI has now.
    Optional<String> unknownCi(Collection<String> ids) {
        Set<String> found = cis.find(new HashSet<>(ids), null).stream().map(Ci::id).collect(Collectors.toSet());
        return ids.stream().filter(id -> !found.contains(id)).findFirst();
    }

    boolean isDeployment(String id) {
        return !deployments.byIds(List.of(id)).isEmpty();
    }
}
