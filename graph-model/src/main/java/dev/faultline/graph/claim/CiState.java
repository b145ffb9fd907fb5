package dev.faultline.graph.claim;

import java.util.List;
import java.util.Set;

import dev.faultline.graph.ci.Ci;

/// All that is known of one CI when claims about it are reconciled.
///
/// @param retired whether no source claims it any more
/// @param identities the identity keys that lead to it
/// @param claims what each source last said about it
public record CiState(Ci ci, boolean retired, Set<String> identities, List<StoredClaim> claims) {
    public CiState {
        identities = Set.copyOf(identities);
        claims = List.copyOf(claims);
    }
}
