package dev.faultline.graph.type;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The definition of one kind of CI, without what it inherits.
///
/// @param name also the label of its CIs in the graph, such as `PhysicalServer`
/// @param parent the type that it inherits attributes, identification and relations from; null for a root
/// @param isAbstract whether CIs are only of types that inherit from it
/// @param shortLived whether its CIs come and go in normal operation, so that many going at once is no sign of a broken collector
/// @param identification rules in order of trust, before those inherited
/// @param version counts the shipped definition's changes
public record CiType(String name, @Nullable String parent, String description, boolean isAbstract, boolean shortLived,
        List<AttributeType> attributes, List<IdentificationRule> identification, List<RelationType> relations, int version) {
    public CiType {
        attributes = List.copyOf(attributes);
        identification = List.copyOf(identification);
        relations = List.copyOf(relations);
    }
}
