package dev.faultline.graph.review;

import org.jspecify.annotations.Nullable;

/// That a CI belongs to another one, such as an instance to its service and that to a business line.
///
/// @param owner who answers for the one above; null where nobody is named
/// @param steps relations between the two; 0 for the CI itself
public record Belonging(String ciId, String aboveId, String type, String name, @Nullable String owner, int steps) {}
