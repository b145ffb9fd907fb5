package dev.faultline.graph.ci;

import java.util.List;
import java.util.Set;

/// Changes to CIs and relations that take effect at one instant and are written together.
///
/// @param puts CIs as they are from now on; new, changed or back from retirement
/// @param retiredIds CIs that are no more; their relations end with them
/// @param added relations that hold from now on
/// @param removed relations that hold no more
public record CiChanges(List<Ci> puts, Set<String> retiredIds, List<RelationKey> added, List<RelationKey> removed) {
    /// No change at all.
    public static final CiChanges NONE = new CiChanges(List.of(), Set.of(), List.of(), List.of());

    public CiChanges {
        puts = List.copyOf(puts);
        retiredIds = Set.copyOf(retiredIds);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    public boolean isEmpty() {
        return puts.isEmpty() && retiredIds.isEmpty() && added.isEmpty() && removed.isEmpty();
    }
}
