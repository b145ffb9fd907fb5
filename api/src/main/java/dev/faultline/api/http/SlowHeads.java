package dev.faultline.api.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Lets go of connections on which the head of a request takes too long to arrive, however busily its bytes trickle.
///
/// Jetty itself bounds the silence between two bytes and not the time of all of them. The time of a head counts from the opening of
/// the connection, or from the answer before.
final class SlowHeads extends EventsHandler implements Connection.Listener {
    private static final long LOOK_INTERVAL_MILLIS = 500;

    private final long nanosMax;
    private final Map<Connection, Long> awaitedSinceNanos = new ConcurrentHashMap<>();

    SlowHeads(Duration max) {
        nanosMax = max.toNanos();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        for (Connector connector : getServer().getConnectors()) {
            connector.addEventListener(this);
        }
        lookLater(getServer().getScheduler());
    }

    @Override
    public void onOpened(Connection connection) {
        awaitedSinceNanos.put(connection, System.nanoTime());
    }

    @Override
    public void onClosed(Connection connection) {
        awaitedSinceNanos.remove(connection);
    }

    @Override
    protected void onBeforeHandling(Request request) {
        awaitedSinceNanos.remove(request.getConnectionMetaData().getConnection());
    }

    @Override
    protected void onComplete(Request request, int status, @Nullable HttpFields headers, @Nullable Throwable failure) {
        Connection connection = request.getConnectionMetaData().getConnection();
        if (connection.getEndPoint().isOpen()) {
            awaitedSinceNanos.put(connection, System.nanoTime());
        }
    }

    private void lookLater(Scheduler scheduler) {
        scheduler.schedule(() -> {
            closeSlow();
            if (isStarted() || isStarting()) {
                lookLater(scheduler);
            }
        }, LOOK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void closeSlow() {
        long now = System.nanoTime();
        awaitedSinceNanos.forEach((connection, since) -> {
            if (now - since > nanosMax && awaitedSinceNanos.remove(connection, since)) {
                connection.getEndPoint().close();
            }
        });
    }
}
