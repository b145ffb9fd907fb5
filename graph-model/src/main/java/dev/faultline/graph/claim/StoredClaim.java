package dev.faultline.graph.claim;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A claim as it is kept: bound to the CI that it is about, with the values that its type accepts.
///
/// @param key the source's own name for the CI, unique within source and scope
/// @param contentHash stands for everything that the source said, to tell an unchanged claim without reading it
/// @param problems what of the claim was left out, as sentences
/// @param runId the run that last changed it
public record StoredClaim(String source, String scope, String key, String ciId, String ciType, String name,
        Map<String, ClaimedValue> values, Set<ClaimedLink> links, String contentHash, List<String> problems, String runId) {
    public StoredClaim {
        values = Map.copyOf(values);
        links = Set.copyOf(links);
        problems = List.copyOf(problems);
    }

    /// Whether both are what the same source says in the same scope under the same key.
    public boolean sameKey(StoredClaim other) {
        return key.equals(other.key) && scope.equals(other.scope) && source.equals(other.source);
    }
}
