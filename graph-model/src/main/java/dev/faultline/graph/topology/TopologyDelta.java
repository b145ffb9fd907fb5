package dev.faultline.graph.topology;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What changed since the instant of a snapshot.
///
/// @param asOf the instant that the snapshot reaches with it
public record TopologyDelta(Instant asOf, List<TopologyNode> addedNodes, Set<String> removedNodeIds, List<TopologyLink> addedLinks,
        List<TopologyLink> removedLinks, List<TopologyCall> addedCalls, List<TopologyCall> removedCalls) {}
