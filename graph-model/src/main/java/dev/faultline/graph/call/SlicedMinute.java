package dev.faultline.graph.call;

/// What flowed over one call edge in one minute, by ten seconds; much smaller than the whole window.
///
/// @param minute minutes since the epoch
public record SlicedMinute(String edgeId, long minute, CallSlices slices) {}
