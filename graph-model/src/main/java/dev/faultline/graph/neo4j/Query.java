package dev.faultline.graph.neo4j;

/// A named query: the text of one `.cypher` file.
///
/// @param name its place and file name without the ending, such as `ci/find-ci`
public record Query(String name, String text) {}
