package dev.faultline.rca.topology;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.topology.TopologyLink;

/// That of the two ends of a relation one stands on the other, so that trouble of the carrier is trouble of what it carries.
///
/// @param relation type of the relation, such as `LOCATED_IN`
/// @param carrier which end carries the other
/// @param carrierType type that the carrier must have; null for any
public record Foundation(String relation, End carrier, @Nullable String carrierType) {

    /// An end of a relation.
    public enum End {
        FROM, TO
    }

    boolean holds(TopologyLink link, String fromType, String toType) {
        return relation.equals(link.type()) && (carrierType == null || carrierType.equals(carrier == End.FROM ? fromType : toType));
    }
}
