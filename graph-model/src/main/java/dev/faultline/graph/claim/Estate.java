package dev.faultline.graph.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.graph.ci.CiChanges;
import dev.faultline.graph.type.CiTypes;

/// What reconciliation reads of the graph and writes to it.
public interface Estate {
    /// The claims of a scope that are not gone, as briefly as an unchanged run needs them.
    List<ClaimHead> heads(String source, String scope);

    /// Those of the claims of a scope that have these keys and are not gone.
    List<ClaimHead> heads(String source, String scope, Set<String> keys);

    /// The CIs that the identity keys lead to and those with the ids, retired ones among them.
    List<CiState> states(Set<String> identityKeys, Set<String> ciIds);

    /// Writes all that a run changes, at once or not at all.
    void apply(Reconciliation reconciliation, CiTypes types, Instant at);

    /// All CIs of the types that may be linked by matching, with the links that they have.
    ///
    /// @param ciTypes names of types, those that inherit from them included
    /// @param relations names of the relations to tell the links of
    List<Seeker> seekers(Set<String> ciTypes, Set<String> relations);

    /// Those of the CIs that are there, with the links that they have, whatever their types.
    List<Seeker> seekersAmong(Set<String> ciIds, Set<String> relations);

    /// The CIs, not retired ones, that identity keys lead to.
    Map<String, Owner> owners(Set<String> identityKeys);

    /// Writes relations that were found by matching attributes.
    void link(CiChanges matched, CiTypes types, Instant at);

    /// The CI behind an identity key.
    record Owner(String ciId, String ciType) {}
}
