package dev.faultline.graph.topology;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What changed since the instant of a snapshot.
///
/// @param asOf the instant that the snapshot reaches with it
/// @param addedLinks relations that were added, and those that still hold between two CIs of which another one ended
public record TopologyDelta(Instant asOf, List<TopologyNode> addedNodes, Set<String> removedNodeIds, List<TopologyLink> addedLinks,
        List<TopologyLink> removedLinks, List<TopologyCall> addedCalls, List<TopologyCall> removedCalls) {

    /// Nothing but a later instant.
    public static TopologyDelta none(Instant asOf) {
        return new TopologyDelta(asOf, List.of(), Set.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// Whether it tells anything that the one before did not, as spans of time overlap in which changes are looked for.
    public boolean hasNewsAfter(TopologyDelta before) {
        return adds(before.addedNodes, addedNodes) || adds(before.removedNodeIds, removedNodeIds) || adds(before.addedLinks, addedLinks)
                || adds(before.removedLinks, removedLinks) || adds(before.addedCalls, addedCalls)
                || adds(before.removedCalls, removedCalls);
    }

    private static <T> boolean adds(Collection<T> before, Collection<T> now) {
        return !now.isEmpty() && !new HashSet<>(before).containsAll(now);
    }
}
