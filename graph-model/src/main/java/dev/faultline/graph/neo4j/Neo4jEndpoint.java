package dev.faultline.graph.neo4j;

import java.net.URI;
import java.util.Set;

import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;

import dev.faultline.graph.GraphException;

/// Where a Neo4j listens, and who we are to it.
///
/// @param uri with one of the schemes of Bolt: `neo4j`, `bolt`, or these with `+s` or `+ssc` for encryption
public record Neo4jEndpoint(URI uri, String user, String password) {
    private static final Set<String> SCHEMES = Set.of("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc");

    public Neo4jEndpoint {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
            throw new GraphException("Neo4j URI " + uri + " is not usable, expected something like neo4j://host:7687");
        }
    }

    AuthToken token() {
        return AuthTokens.basic(user, password);
    }

    /// Leaves the password out, so that it never reaches a log.
    @Override
    public String toString() {
        return user + "@" + uri;
    }
}
