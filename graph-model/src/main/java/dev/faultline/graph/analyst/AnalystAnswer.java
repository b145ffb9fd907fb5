package dev.faultline.graph.analyst;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The rows of a query, in plain values: texts, numbers, booleans, lists and maps.
///
/// @param truncatedBy the limit that cut the rows short, as a sentence; null where all rows are there
/// @param notes what the server remarks about the query, such as an unknown label
public record AnalystAnswer(List<String> columns, List<List<@Nullable Object>> rows, @Nullable String truncatedBy, List<String> notes) {}
