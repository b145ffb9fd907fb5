package dev.faultline.graph.type;

import java.util.List;
import java.util.Map;

/// A relation that CIs of a type may have, from them to CIs of its target types or of types that inherit from those.
///
/// @param single whether a CI has at most one such relation
/// @param match ways to find the target by attributes, strongest first: own attribute to the target's attribute; a
///        relation without any exists only where a source claims it
public record RelationType(String name, List<String> targets, boolean single, List<Map<String, String>> match) {
    public RelationType {
        targets = List.copyOf(targets);
        match = match.stream().map(Map::copyOf).toList();
    }
}
