package dev.faultline.graph.claim;

import java.util.List;
import java.util.Map;

import dev.faultline.graph.ci.Required;

/// What one source last said about one CI.
///
/// @param key the source's own name for the CI, unique within source and scope
/// @param attributes values by attribute name, those that identify among them
/// @param relations links from this CI to others that the same run claims
public record Claim(String key, String ciType, String name, Map<String, Object> attributes, List<ClaimedRelation> relations) {
    public Claim {
        Required.text("claim key", key);
        Required.text("claim ciType", ciType);
        attributes = Map.copyOf(attributes);
        relations = List.copyOf(relations);
    }

    /// A link to another claim of the same run, named by its key.
    public record ClaimedRelation(String type, String toKey) {}
}
