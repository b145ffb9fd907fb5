package dev.faultline.api;

import java.util.ArrayDeque;
import java.util.Deque;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The opened parts of Faultline; they are closed in reverse order, each one even where another fails to.
public final class Parts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    /// Takes charge of a part that was just opened, and returns it.
    ///
    /// @throws ApiException where all was closed meanwhile: the part is closed too
    public synchronized <T extends AutoCloseable> T add(T part) {
        opened.push(part);
        if (closed) {
            close();
            throw new ApiException("Faultline was told to stop while it started");
        }
        return part;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("{} did not close as it should", part.getClass().getSimpleName(), e);
            }
        }
    }
}
