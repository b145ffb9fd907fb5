package dev.faultline.graph.claim;

import java.time.Instant;

/// One attribute's value as a source states it.
///
/// @param since since when the source has said so
public record ClaimedValue(Object value, Instant since) {}
