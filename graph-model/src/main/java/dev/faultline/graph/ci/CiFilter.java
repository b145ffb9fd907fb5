package dev.faultline.graph.ci;

import java.util.Map;
import java.util.Set;

/// Which CIs are asked for.
///
/// @param types names of CI types, those that inherit from them spelled out; empty for all
/// @param text a part of the name, in any case; empty for all
/// @param attributes values that attributes must have
public record CiFilter(Set<String> types, String text, Map<String, Object> attributes) {
    /// Every CI.
    public static final CiFilter ALL = new CiFilter(Set.of(), "", Map.of());

    public CiFilter {
        types = Set.copyOf(types);
        attributes = Map.copyOf(attributes);
    }
}
