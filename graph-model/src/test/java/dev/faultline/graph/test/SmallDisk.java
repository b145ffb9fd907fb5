package dev.faultline.graph.test;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A small disk in memory, mounted on a directory, that a test can fill to the last byte and make room on again.
///
/// Only a user with the right to mount can have one.
public final class SmallDisk implements AutoCloseable {
    /// Why a test that needs one is skipped.
    public static final String NOT_HERE = "no small disk can be mounted here to be filled: that takes root, or the right to mount";

    private static final String FILLER = "filler";
    private static final int CHUNK_BYTES_MAX = 1 << 20;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /// Mounts one on a directory, or skips the test with a word on why it cannot.
    public static SmallDisk mount(Path directory, int megabytes) {
        var disk = mountWherePossible(directory, megabytes);
        Assumptions.assumeTrue(disk.isPresent(), NOT_HERE);
        return disk.orElseThrow();
    }

    /// Mounts one on a directory; returns nothing where this user may not.
    public static Optional<SmallDisk> mountWherePossible(Path directory, int megabytes) {
        var said = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
        return said.isEmpty() ? Optional.of(new SmallDisk(directory)) : Optional.empty();
    }

    public Path directory() {
        return directory;
    }

    /// Leaves no room at all.
    public void fill() {
        for (int bytes = CHUNK_BYTES_MAX; bytes > 0; bytes /= 2) {
            while (isWritten(new byte[bytes])) {
                // There is room for more.
            }
        }
    }

    private boolean isWritten(byte[] bytes) {
        try (OutputStream filler = new FileOutputStream(directory.resolve(FILLER).toFile(), true)) {
            filler.write(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Makes room again.
    public void makeRoom() {
        try {
            Files.deleteIfExists(directory.resolve(FILLER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        var said = run("umount", "--lazy", directory.toString());
        if (!said.isEmpty()) {
            throw new IllegalStateException("the small disk on " + directory + " cannot be unmounted: " + said);
        }
    }

    /// Runs a command and returns what it says; nothing where it worked.
    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 ? "" : "exit code " + process.exitValue() + ": " + said;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }
}
