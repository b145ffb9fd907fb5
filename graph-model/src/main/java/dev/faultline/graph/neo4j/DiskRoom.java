package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.faultline.graph.GraphException;

/// How much room Neo4j needs on its disk to start: it lays out its transaction logs and grows its stores in large pieces, and one that
/// starts without room for them answers no more than one that does not run.
final class DiskRoom {
    static final int MEGABYTES_MIN = 3 * ServerCommand.TRANSACTION_LOG_MEGABYTES;

    private static final long BYTES_PER_MEGABYTE = 1024L * 1024;

    private DiskRoom() {}

    static void require(Path directory) {
        long megabytes = megabytes(directory);
        if (megabytes < MEGABYTES_MIN) {
            throw new GraphException("the disk of " + directory + " has " + megabytes + " MB left, Neo4j needs at least " + MEGABYTES_MIN
                    + " MB to start: make room there");
        }
    }

    /// Whether there is enough; a disk that cannot be looked at has none.
    static boolean suffices(Path directory) {
        try {
            return megabytes(directory) >= MEGABYTES_MIN;
        } catch (GraphException e) {
            return false;
        }
    }

    private static long megabytes(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace() / BYTES_PER_MEGABYTE;
        } catch (IOException e) {
            throw new GraphException("the disk of " + directory + " cannot be looked at: " + e, e);
        }
    }
}
