package dev.faultline.api.incident;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.ci.CiStore;
import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.Ranking;

/// The names of the CIs that rankings speak of; a CI whose name is unknown is called by its id.
public record CiNames(Map<String, String> byId) {

    /// Looks the names up, all at once.
    public static CiNames of(CiStore cis, Collection<Ranking> rankings) {
        Set<String> ids = new LinkedHashSet<>();
        rankings.stream().flatMap(ranking -> ranking.causes().stream()).forEach(cause -> addIds(cause, ids));
        rankings.stream().flatMap(ranking -> ranking.distinctions().stream()).flatMap(distinction -> distinction.missing().stream())
                .forEach(missing -> ids.add(missing.ciId()));
        return new CiNames(cis.names(ids));
    }

    private static void addIds(Cause cause, Set<String> ids) {
        ids.add(cause.ciId());
        cause.path().forEach(step -> {
            ids.add(step.fromId());
            ids.add(step.toId());
        });
    }

    String of(String ciId) {
        return byId.getOrDefault(ciId, ciId);
    }
}
