package dev.faultline.graph.neo4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;

import dev.faultline.graph.GraphException;

/// The version of a Neo4j server; versions by year (2025.01) came after version 5.
record ServerVersion(int major, int minor) {
    private static final ServerVersion OLDEST = new ServerVersion(5, 26);
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    static ServerVersion parse(String text) {
        Matcher matcher = VERSION.matcher(text);
        if (!matcher.matches()) {
            throw new GraphException("Neo4j says it has version " + text + ", expected numbers such as 5.26.0");
        }
        return new ServerVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    static void require(Driver driver, Neo4jEndpoint endpoint) {
        var reading = SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
        try (var session = driver.session(reading)) {
            var query = new Queries().named("server/show-version");
            var version = session.executeRead(work -> work.run(query.text()).single().get("version").asString());
            if (!parse(version).isSupported()) {
                throw new GraphException("Neo4j at " + endpoint.uri() + " has version " + version + ", expected " + OLDEST.major + "."
                        + OLDEST.minor + " or later");
            }
        }
    }

    boolean isSupported() {
        return major > OLDEST.major || (major == OLDEST.major && minor >= OLDEST.minor);
    }
}
