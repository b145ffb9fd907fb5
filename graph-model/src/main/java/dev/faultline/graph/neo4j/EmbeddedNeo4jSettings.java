package dev.faultline.graph.neo4j;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.faultline.graph.GraphException;

/// How our own Neo4j process runs.
///
/// @param directory its data, configuration, logs and password; belongs to one Faultline at a time
/// @param lib the directory of the server's jars
/// @param port on loopback; [#FREE_PORT] takes any free one
/// @param startLimit how long it may take until it answers
/// @param stopLimit how long it may take to stop before it is killed
public record EmbeddedNeo4jSettings(Path directory, Path lib, int port, int heapMegabytes, int pageCacheMegabytes, Duration startLimit,
        Duration stopLimit) {
    /// Stands for any port that is free.
    public static final int FREE_PORT = 0;

    /// System property that names the directory of the server's jars.
    public static final String LIB_PROPERTY = "faultline.neo4j.lib";

    private static final int PORT_MAX = 65_535;
    private static final int HEAP_MEGABYTES_MIN = 128;
    private static final int PAGE_CACHE_MEGABYTES_MIN = 8;

    public EmbeddedNeo4jSettings {
        directory = directory.toAbsolutePath().normalize();
        lib = lib.toAbsolutePath().normalize();
        if (port < FREE_PORT || port > PORT_MAX) {
            throw new GraphException("Neo4j port " + port + " is out of range, expected 0 (any free one) to " + PORT_MAX);
        }
        atLeast("heap", heapMegabytes, HEAP_MEGABYTES_MIN);
        atLeast("page cache", pageCacheMegabytes, PAGE_CACHE_MEGABYTES_MIN);
    }

    /// A modest server on any free port, with jars from where [#LIB_PROPERTY] says.
    public static EmbeddedNeo4jSettings in(Path directory) {
        return new EmbeddedNeo4jSettings(directory, libFromProperty(), FREE_PORT, 1024, 256, Duration.ofSeconds(180),
                Duration.ofSeconds(30));
    }

    public EmbeddedNeo4jSettings withPort(int newPort) {
        return new EmbeddedNeo4jSettings(directory, lib, newPort, heapMegabytes, pageCacheMegabytes, startLimit, stopLimit);
    }

    public EmbeddedNeo4jSettings withMemory(int newHeapMegabytes, int newPageCacheMegabytes) {
        return new EmbeddedNeo4jSettings(directory, lib, port, newHeapMegabytes, newPageCacheMegabytes, startLimit, stopLimit);
    }

    private static Path libFromProperty() {
        var lib = System.getProperty(LIB_PROPERTY);
        if (lib == null || !Files.isDirectory(Path.of(lib))) {
            throw new GraphException("system property " + LIB_PROPERTY + " is " + lib + ", expected the directory of Neo4j's jars");
        }
        return Path.of(lib);
    }

    private static void atLeast(String what, int megabytes, int megabytesMin) {
        if (megabytes < megabytesMin) {
            throw new GraphException("Neo4j " + what + " is " + megabytes + " MB, expected at least " + megabytesMin + " MB");
        }
    }
}
