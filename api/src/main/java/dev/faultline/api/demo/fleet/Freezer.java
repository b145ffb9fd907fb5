package dev.faultline.api.demo.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/// Holds a process stopped with SIGSTOP, and lets it continue when it is closed or this process is gone.
///
/// A shell of its own holds the signal, since a stopped process cannot notice that its parent was killed.
public final class Freezer implements AutoCloseable {
    private static final String SCRIPT = "trap '' INT; kill -STOP \"$1\" && read -r _; kill -CONT \"$1\"";
    private static final long THAW_SECONDS_MAX = 3;

    private final Process shell;

    private Freezer(Process shell) {
        this.shell = shell;
    }

    /// Stops the process with SIGSTOP.
    public static Freezer freeze(long pid) {
        try {
            return new Freezer(new ProcessBuilder("sh", "-c", SCRIPT, "freezer", Long.toString(pid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " cannot be stopped: no shell", e);
        }
    }

    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor(THAW_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
