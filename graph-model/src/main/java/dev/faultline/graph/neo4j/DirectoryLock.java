package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.GraphException;

import static java.nio.charset.StandardCharsets.UTF_8;

/// The right of one Faultline to use a data directory, held as long as its process lives.
final class DirectoryLock implements AutoCloseable {
    private static final String LOCK_FILE = "lock";
    private static final String HOLDER_FILE = "holder";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) {
        try {
            Files.createDirectories(directory);
            var channel = FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new GraphException("data directory " + directory + " is in use by another Faultline (process " + holder(directory)
                        + "): stop that one or choose another data directory");
            }
            Files.writeString(directory.resolve(HOLDER_FILE), Long.toString(ProcessHandle.current().pid()), UTF_8);
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new GraphException("data directory " + directory + " cannot be used: " + e, e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static @Nullable String holder(Path directory) {
        try {
            return Files.readString(directory.resolve(HOLDER_FILE), UTF_8).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new GraphException("the lock of the data directory cannot be released: " + e, e);
        }
    }
}
