package dev.faultline.graph.neo4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphException;

/// Neo4j Community as a process of our own on loopback: started, awaited, started again when it dies or takes no more writes after its
/// disk was full, and stopped with us.
///
/// It keeps its port while it lives, so that drivers find it again after a restart. When Faultline is killed the process is
/// stopped by a watcher; should that be killed too, the next Faultline on the same directory stops it before it starts its own.
public final class EmbeddedNeo4j implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedNeo4j.class);
    private static final Duration RESTART_PAUSE_MIN = Duration.ofMillis(500);
    private static final Duration RESTART_PAUSE_MAX = Duration.ofSeconds(10);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(2);
    private static final Duration LOOK_RESTART_PAUSE = Duration.ofSeconds(30);

    private final EmbeddedNeo4jSettings settings;
    private final DirectoryLock lock;
    private final Neo4jEndpoint endpoint;
    private final AtomicInteger restarts = new AtomicInteger();
    private final CompletableFuture<@Nullable Void> closing = new CompletableFuture<>();
    private final Thread keeper;
    private final WriteWatch watch;
    private volatile ServerProcess process;

    private EmbeddedNeo4j(EmbeddedNeo4jSettings settings, DirectoryLock lock, Neo4jEndpoint endpoint, ServerProcess process) {
        this.settings = settings;
        this.lock = lock;
        this.endpoint = endpoint;
        this.process = process;
        this.watch = new WriteWatch(endpoint, settings.directory(), LOOK_RESTART_PAUSE);
        this.keeper = Thread.ofPlatform().daemon().name("neo4j-keeper").unstarted(this::keepAlive);
    }

    /// Starts the server and returns when it answers.
    public static EmbeddedNeo4j start(EmbeddedNeo4jSettings settings) {
        var lock = DirectoryLock.take(settings.directory());
        try {
            ServerProcess.stopOrphan(settings);
            var password = ServerPassword.in(settings.directory(), new SecureRandom());
            var port = port(settings.port());
            var endpoint = new Neo4jEndpoint(URI.create("bolt://127.0.0.1:" + port), ServerPassword.USER, password);
            var embedded = new EmbeddedNeo4j(settings, lock, endpoint, startAndAwait(settings, endpoint));
            embedded.keeper.start();
            return embedded;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    public Neo4jEndpoint endpoint() {
        return endpoint;
    }

    /// How often the server has died and was started again.
    public int restarts() {
        return restarts.get();
    }

    /// The server's process id, which changes with every restart.
    public long processId() {
        return process.handle().pid();
    }

    @Override
    public void close() {
        closing.complete(null);
        process.stop();
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.stop();
        watch.close();
        lock.close();
    }

    private static ServerProcess startAndAwait(EmbeddedNeo4jSettings settings, Neo4jEndpoint endpoint) {
        var process = ServerProcess.start(settings, endpoint.uri().getPort());
        try {
            process.awaitAnswer(endpoint);
            return process;
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
    }

    private void keepAlive() {
        while (endsBeforeClose()) {
            restart();
        }
    }

    /// Waits until the server ends or has to be started again; no longer than until we close.
    private boolean endsBeforeClose() {
        while (!endsWithin(LOOK_INTERVAL)) {
            var reason = watch.reasonToRestart();
            if (reason.isPresent()) {
                log.warn("Neo4j (process {}) takes no writes; starting it again ({})", processId(), reason.get());
                watch.restarted();
                return true;
            }
        }
        if (closing.isDone()) {
            return false;
        }
        log.warn("Neo4j (process {}) ended with exit code {}; starting it again", processId(), process.exitCode());
        return true;
    }

    private boolean endsWithin(Duration limit) {
        try {
            CompletableFuture.anyOf(process.exit(), closing).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void restart() {
        var pause = RESTART_PAUSE_MIN;
        while (!closing.isDone()) {
            try {
                process.stop();
                restarts.incrementAndGet();
                process = ServerProcess.start(settings, endpoint.uri().getPort());
                process.awaitAnswer(endpoint);
                return;
            } catch (GraphException e) {
                log.error("Neo4j did not come back, next try in {}: {}", pause, e.getMessage());
                awaitClose(pause);
                pause = pause.multipliedBy(2).compareTo(RESTART_PAUSE_MAX) < 0 ? pause.multipliedBy(2) : RESTART_PAUSE_MAX;
            }
        }
    }

    private void awaitClose(Duration limit) {
        try {
            closing.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int port(int wanted) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new GraphException(
                    "port " + wanted + " for Neo4j on 127.0.0.1 is taken by another process: choose another one, or 0 for any", e);
        }
    }
}
