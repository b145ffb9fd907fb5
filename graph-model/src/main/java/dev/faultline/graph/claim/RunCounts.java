package dev.faultline.graph.claim;

/// How much a run saw and changed.
///
/// @param unchanged claims that say what they said before
/// @param created CIs that had not been known
/// @param updated CIs that have other values now
/// @param returned CIs that had been retired and are back
/// @param retired CIs that no source claims any more
/// @param held claims whose removal is held back
/// @param problems sentences about what was left out
public record RunCounts(int claims, int unchanged, int created, int updated, int returned, int retired, int relationsAdded,
        int relationsRemoved, int held, int problems) {}
