package dev.faultline.api.graphql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param nodes what is on it
record Connection<T>(List<T> nodes, PageInfo pageInfo) {

    /// Where a page ends.
    ///
    /// @param endCursor what to ask for the next page with; null on the last one
    record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}

    static <T> Connection<T> of(List<T> nodes, @Nullable String next) {
        return new Connection<>(nodes, new PageInfo(next != null, next));
    }
}
