package dev.faultline.rca.scene;

import java.util.List;

import dev.faultline.graph.topology.TopologyNode;

/// One candidate: a CI with the CIs that are facets of it, such as a service with its instances.
///
/// @param number its place among the units of the scene
/// @param node the CI that stands for it
/// @param members ids of all its CIs, its own first
public record Unit(int number, TopologyNode node, List<String> members) {
    public Unit {
        members = List.copyOf(members);
    }

    public String ciId() {
        return node.id();
    }

    public String name() {
        return node.name();
    }
}
