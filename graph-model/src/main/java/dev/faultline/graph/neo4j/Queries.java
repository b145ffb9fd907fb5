package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import dev.faultline.graph.GraphException;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The queries of module `cypher`, found by name and read once.
public final class Queries {
    private static final String ROOT = "/faultline/queries/";

    private final ConcurrentMap<String, Query> byName = new ConcurrentHashMap<>();

    /// Returns the query of a name such as `ci/find-ci`, or fails where no such file is.
    public Query named(String name) {
        return byName.computeIfAbsent(name, Queries::load);
    }

    private static Query load(String name) {
        var resource = ROOT + name + ".cypher";
        try (var stream = Queries.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new GraphException("there is no query " + name + ": expected file " + resource + " in module cypher");
            }
            return new Query(name, new String(stream.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new GraphException("query " + name + " cannot be read: " + e, e);
        }
    }
}
