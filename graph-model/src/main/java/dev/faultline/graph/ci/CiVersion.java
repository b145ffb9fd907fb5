package dev.faultline.graph.ci;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// What a CI was for a time.
///
/// @param validTo until when, that instant excluded; null while it is so
public record CiVersion(Ci ci, @Nullable Instant validTo) {}
