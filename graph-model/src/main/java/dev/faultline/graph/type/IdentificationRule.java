package dev.faultline.graph.type;

import java.util.List;

/// Attributes whose values together tell a CI from all others of its type; `name` stands for the CI's name.
public record IdentificationRule(List<String> attributes) {
    public IdentificationRule {
        attributes = List.copyOf(attributes);
        if (attributes.isEmpty()) {
            throw new IllegalArgumentException("an identification rule has no attributes, expected at least one");
        }
    }
}
