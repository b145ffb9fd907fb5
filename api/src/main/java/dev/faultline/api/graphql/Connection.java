package dev.faultline.api.graphql;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param nodes what is on it
/// @param edges the same, each with a cursor of its own
record Connection<T>(List<T> nodes, List<Edge<T>> edges, PageInfo pageInfo) {

    /// One thing of a page.
    ///
    /// @param cursor what to ask for the page that begins after it with
    record Edge<T>(T node, String cursor) {}

    /// Where a page ends.
    ///
    /// @param endCursor what to ask for the next page with; null on the last one
    record PageInfo(boolean hasNextPage, @Nullable String endCursor) {}

    static <T> Connection<T> of(List<T> nodes, @Nullable String next, Function<T, String> cursor) {
        return new Connection<>(nodes, nodes.stream().map(node -> new Edge<>(node, cursor.apply(node))).toList(),
                new PageInfo(next != null, next));
    }
}
