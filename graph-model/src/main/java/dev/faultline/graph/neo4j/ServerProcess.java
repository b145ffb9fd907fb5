package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

import dev.faultline.graph.GraphException;

import static java.nio.charset.StandardCharsets.UTF_8;

/// One life of our own Neo4j process, from start to exit.
final class ServerProcess {
    private static final String PROCESS_FILE = "process";
    private static final long ANSWER_INTERVAL_MILLIS = 100;
    private static final int CONSOLE_CHARACTERS_MAX = 2_000;

    private final EmbeddedNeo4jSettings settings;
    private final Process process;

    private ServerProcess(EmbeddedNeo4jSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    static ServerProcess start(EmbeddedNeo4jSettings settings, int port) {
        DiskRoom.require(settings.directory());
        try {
            ServerCommand.writeConfiguration(settings, port);
            var console = Files.createDirectories(settings.directory().resolve("logs")).resolve("console.log");
            var process = new ProcessBuilder(ServerCommand.of(settings)).directory(settings.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            var started = new ServerProcess(settings, process);
            started.remember();
            return started;
        } catch (IOException e) {
            throw new GraphException("Neo4j cannot be started in " + settings.directory() + ": " + e, e);
        }
    }

    /// Stops the server that an earlier Faultline left running in this directory, if there is one.
    static void stopOrphan(EmbeddedNeo4jSettings settings) {
        orphan(settings.directory().resolve(PROCESS_FILE)).ifPresent(handle -> stop(handle, settings.stopLimit()));
    }

    /// Waits until the server answers over Bolt with our password.
    void awaitAnswer(Neo4jEndpoint endpoint) {
        var deadline = Instant.now().plus(settings.startLimit());
        try (var driver = Drivers.open(endpoint)) {
            while (!answers(driver)) {
                if (!process.isAlive()) {
                    throw new GraphException("Neo4j ended with exit code " + process.exitValue() + " while it started; " + console());
                }
                if (Instant.now().isAfter(deadline)) {
                    throw new GraphException("Neo4j did not answer within " + settings.startLimit() + "; " + console());
                }
                Thread.sleep(ANSWER_INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GraphException("interrupted while Neo4j started", e);
        }
    }

    private boolean answers(org.neo4j.driver.Driver driver) {
        try {
            driver.verifyConnectivity();
            return true;
        } catch (AuthenticationException e) {
            throw new GraphException("Neo4j refuses the password kept in " + settings.directory().resolve("password"), e);
        } catch (Neo4jException e) {
            return false;
        }
    }

    CompletableFuture<Process> exit() {
        return process.onExit();
    }

    int exitCode() {
        return process.exitValue();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Lets the watcher of an ended process go.
    void release() {
        try {
            process.getOutputStream().close();
            Files.deleteIfExists(settings.directory().resolve(PROCESS_FILE));
        } catch (IOException e) {
            throw new GraphException("what remains of Neo4j's process in " + settings.directory() + " cannot be removed: " + e, e);
        }
    }

    void stop() {
        stop(process.toHandle(), settings.stopLimit());
        release();
    }

    private static void stop(ProcessHandle handle, Duration limit) {
        try {
            handle.destroy();
            handle.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
            handle.onExit().join();
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new GraphException("Neo4j's process " + handle.pid() + " cannot be stopped: " + e.getCause(), e);
        }
    }

    private void remember() throws IOException {
        Files.writeString(settings.directory().resolve(PROCESS_FILE), identity(process.toHandle()), UTF_8);
    }

    private static Optional<ProcessHandle> orphan(Path processFile) {
        try {
            if (!Files.exists(processFile)) {
                return Optional.empty();
            }
            var identity = Files.readString(processFile, UTF_8).strip();
            var pid = Long.parseLong(identity.split(" ", -1)[0]);
            return ProcessHandle.of(pid).filter(handle -> identity(handle).equals(identity));
        } catch (IOException | NumberFormatException e) {
            throw new GraphException("file " + processFile + " cannot be read, expected process id and start time of Neo4j: " + e, e);
        }
    }

    /// Process id and start time: the id alone may by now be somebody else's.
    private static String identity(ProcessHandle handle) {
        return handle.pid() + " " + handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private String console() {
        var file = settings.directory().resolve("logs/console.log");
        try {
            var text = Files.readString(file, UTF_8).strip();
            return "its console says: " + text.substring(Math.max(0, text.length() - CONSOLE_CHARACTERS_MAX));
        } catch (IOException e) {
            return "its console " + file + " cannot be read: " + e;
        }
    }
}
