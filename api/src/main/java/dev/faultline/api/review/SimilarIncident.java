package dev.faultline.api.review;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// An earlier incident like the one that is looked at.
///
/// @param similarity Jaccard similarity of the two by CIs with their signals and first causes, in (0, 1]
/// @param shared what both have, such as `db LATENCY`
/// @param causeId its first cause; null where that is unknown
/// @param confirmedId what people say that it was; null where nobody does
public record SimilarIncident(String id, String title, Instant startedAt, @Nullable Instant resolvedAt, double similarity,
        List<String> shared, @Nullable String causeId, @Nullable String causeName, @Nullable String confirmedId,
        @Nullable String confirmedName) {}
