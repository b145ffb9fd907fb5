package dev.faultline.graph.ci;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A relation that held for a time.
///
/// @param validTo until when, that instant excluded; null while it holds
public record RelationVersion(Relation relation, @Nullable Instant validTo) {}
