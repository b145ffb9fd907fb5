package dev.faultline.graph.claim;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.ci.CiChanges;

/// What a run changes, computed before anything is written.
///
/// @param claims claims that are new or say something else than before
/// @param goneKeys keys of the run's scope that are claimed no more
/// @param identities identity keys and the CI that each leads to from now on
/// @param droppedIdentities identity keys that lead nowhere any more
public record Reconciliation(CiChanges changes, List<StoredClaim> claims, Set<String> goneKeys, Map<String, String> identities,
        Set<String> droppedIdentities, RunReport report) {
    public Reconciliation {
        claims = List.copyOf(claims);
        goneKeys = Set.copyOf(goneKeys);
        identities = Map.copyOf(identities);
        droppedIdentities = Set.copyOf(droppedIdentities);
    }
}
