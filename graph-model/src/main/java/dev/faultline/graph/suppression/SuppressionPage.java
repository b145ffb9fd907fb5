package dev.faultline.graph.suppression;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Some suppressions of one kind, those that were said last first.
///
/// @param next cursor of the following page; null on the last one
public record SuppressionPage(List<Suppression> suppressions, @Nullable String next) {
    public SuppressionPage {
        suppressions = List.copyOf(suppressions);
    }
}
