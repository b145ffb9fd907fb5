package dev.faultline.graph.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphException;
import dev.faultline.graph.GraphUnavailableException;
import dev.faultline.graph.alert.notice.AlertNotice;

/// Group commit: collects what concurrent senders hand in, and writes it as one batch after the other.
///
/// While one batch is written the next one gathers, so that batches grow with the load. A failed batch fails its senders,
/// who send again; where the database refused it for its content, each sender's part is tried alone, so that one bad part
/// does not cost the others.
final class AlertInbox implements AutoCloseable {

    /// How much may wait, in characters of labels and annotations; what comes past it is turned away.
    static final int WAITING_CHARACTERS_MAX = 64_000_000;

    /// How much is written at once.
    static final int BATCH_CHARACTERS_MAX = 8_000_000;

    /// How long a batch waits for company, again and again while company comes.
    static final int GATHER_MILLIS = 3;

    /// How long it waits for company at most.
    static final int GATHER_MILLIS_MAX = 30;

    /// How long closing waits for what was handed in.
    private static final int CLOSE_SECONDS_MAX = 20;

    private static final Logger LOG = LoggerFactory.getLogger(AlertInbox.class);

    private final BlockingQueue<Delivery> waiting = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(WAITING_CHARACTERS_MAX);
    private final Consumer<List<AlertNotice>> writer;
    private final Thread thread;
    private volatile boolean closed;

    AlertInbox(Consumer<List<AlertNotice>> writer) {
        this.writer = writer;
        thread = Thread.ofPlatform().name("alert-writer").daemon().start(this::run);
    }

    /// Hands notices in. The future completes when they are durable, and fails when they are not.
    ///
    /// @throws AlertsFullException where too much waits already
    CompletableFuture<Void> submit(List<AlertNotice> notices) {
        var delivery = new Delivery(notices, Math.min(WAITING_CHARACTERS_MAX, characters(notices)), new CompletableFuture<>());
        if (closed) {
            throw new GraphUnavailableException("alerts are not taken any more, as Faultline is stopping", null);
        }
        if (!room.tryAcquire(delivery.characters)) {
            throw new AlertsFullException(
                    "more than " + WAITING_CHARACTERS_MAX + " characters of alerts wait to be stored, expected fewer");
        }
        waiting.add(delivery);
        return delivery.done;
    }

    private void run() {
        try {
            while (!closed || !waiting.isEmpty()) {
                Delivery first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(gather(first));
                }
            }
        } catch (InterruptedException e) {
            waiting.forEach(delivery -> finish(delivery, new GraphUnavailableException("Faultline was stopped", e)));
        }
    }

    private List<Delivery> gather(Delivery first) throws InterruptedException {
        int before = -1;
        for (int waited = 0; waiting.size() > before && waited < GATHER_MILLIS_MAX; waited += GATHER_MILLIS) {
            before = waiting.size();
            Thread.sleep(GATHER_MILLIS);
        }
        var batch = new ArrayList<Delivery>(List.of(first));
        int characters = first.characters;
        for (Delivery next = waiting.peek(); next != null && characters + next.characters <= BATCH_CHARACTERS_MAX; next = waiting.peek()) {
            batch.add(waiting.remove());
            characters += next.characters;
        }
        return batch;
    }

    private void write(List<Delivery> batch) {
        try {
            writer.accept(batch.stream().flatMap(delivery -> delivery.notices.stream()).toList());
            batch.forEach(delivery -> finish(delivery, null));
        } catch (GraphUnavailableException e) {
            batch.forEach(delivery -> finish(delivery, e));
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                LOG.error("a delivery of {} alerts could not be stored", batch.getFirst().notices.size(), e);
                finish(batch.getFirst(), e instanceof GraphException ? e : new GraphException("the alerts could not be stored: " + e, e));
            } else {
                batch.forEach(delivery -> write(List.of(delivery)));
            }
        }
    }

    private void finish(Delivery delivery, @Nullable RuntimeException failure) {
        room.release(delivery.characters);
        if (failure == null) {
            delivery.done.complete(null);
        } else {
            delivery.done.completeExceptionally(failure);
        }
    }

    private static int characters(List<AlertNotice> notices) {
        long sum = 0;
        for (AlertNotice notice : notices) {
            sum += 100;
            for (var texts : List.of(notice.labels(), notice.annotations())) {
                for (var entry : texts.entrySet()) {
                    sum += entry.getKey().length() + entry.getValue().length();
                }
            }
        }
        return (int) Math.min(Integer.MAX_VALUE, sum);
    }

    /// Stops taking alerts, and waits for those that were handed in.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS_MAX));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private record Delivery(List<AlertNotice> notices, int characters, CompletableFuture<Void> done) {}
}
