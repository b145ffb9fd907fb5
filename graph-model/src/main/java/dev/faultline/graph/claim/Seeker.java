package dev.faultline.graph.claim;

import java.util.List;
import java.util.Map;

/// A CI whose type has relations that are found by matching attributes.
public record Seeker(String ciId, String ciType, Map<String, Object> attributes, List<SeekerLink> links) {
    public Seeker {
        attributes = Map.copyOf(attributes);
        links = List.copyOf(links);
    }

    /// A relation that the CI has.
    ///
    /// @param matched whether it was found by matching, not claimed by a source
    public record SeekerLink(String type, String toId, boolean matched) {}
}
