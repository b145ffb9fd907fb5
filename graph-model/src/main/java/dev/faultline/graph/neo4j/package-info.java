/// How Neo4j is reached: a given server, or one of our own as a process on loopback, and the one connection to it.
///
/// Constraints and indexes are migrations: `cypher/src/main/resources/faultline/migrations/V0001__Name.cypher`. A store that
/// needs another one adds a file with the next free number; a file that was released is never changed.
///
/// Queries are files too: `cypher/src/main/resources/faultline/queries/<area>/<verb-thing>.cypher`, run by their name
/// `<area>/<verb-thing>` through [dev.faultline.graph.neo4j.GraphConnection]. Each starts with a header:
///
/// ```
/// // Purpose: the CI with an id, as it is now.
/// // Parameters: id
/// // Columns: id, type, name
/// // Scan: meant, because there are few types      (only where a full scan is meant)
/// ```
///
/// Parameters and columns are names, separated by commas, each optionally followed by an explanation in parentheses; a query
/// without any says `none`. A test holds header, text and index use together.
@NullMarked
package dev.faultline.graph.neo4j;

import org.jspecify.annotations.NullMarked;
