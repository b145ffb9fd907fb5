package dev.faultline.collectors.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.prometheus.client.Answer;
import dev.faultline.collectors.prometheus.client.Steps;
import dev.faultline.collectors.prometheus.client.StoreException;
import dev.faultline.collectors.prometheus.client.StoreTrouble;

/// Answers of the store by query: asked for once a step and then for the last minute alone, some at a time, and waited for a short
/// time only.
///
/// An answer that comes late is there for who asks next, and until then the one before it stands in. A store that was late is not
/// waited for until it is quick again, and one that does not answer is left alone for a while. Safe for use by several threads.
final class AnswerCache implements AutoCloseable {
    /// How many queries the store has to work on at the same time.
    static final int QUERIES_AT_ONCE = 6;
    /// How many wait for their turn.
    static final int QUERIES_WAITING_MAX = 1_000;
    /// How long what failed is not asked for again.
    static final Duration FAILURE_PAUSE = Duration.ofSeconds(5);
    private static final int ANSWERS_MAX = 2_000;
    private static final long VALUES_MAX = 4_000_000;
    private static final long STANDS_IN_SECONDS_MAX = 60;
    /// How much later than it was measured a value may be in the store.
    static final long LATE_SECONDS_MAX = 60;
    private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);

    private final Store store;
    private final Duration patience;
    private final StoreCounts counts;
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(QUERIES_AT_ONCE, QUERIES_AT_ONCE, 1, TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(QUERIES_WAITING_MAX), Thread.ofPlatform().name("metric-queries-", 0).daemon().factory());
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long values;
    private long leftAloneUntilNanos = System.nanoTime();
    private boolean slow;
    private String lastWarning = "";

    /// Answers queries.
    @FunctionalInterface
    interface Store {
        Answer range(String query, Steps steps) throws InterruptedException;
    }

    /// What there is for one query.
    ///
    /// @param answer the latest one, null where there is none
    /// @param trouble why it is missing or old
    record Reply(@Nullable Answer answer, @Nullable StoreTrouble trouble) {}

    private record Key(String query, long from, long seconds) {}

    /// All that is known of one query; guarded by the cache.
    private static final class Entry {
        private @Nullable Answer last;
        private @Nullable StoreTrouble failure;
        private @Nullable CountDownLatch asked;
        private long askedNanos;
        private long failedNanos;

        boolean reaches(long to) {
            return last != null && last.steps().to() >= to;
        }
    }

    AnswerCache(Store store, Duration patience, StoreCounts counts) {
        this.store = store;
        this.patience = patience;
        this.counts = counts;
        executor.allowCoreThreadTimeOut(true);
    }

    /// Asks for what is not known up to the last step, and returns one reply a query, in their order.
    List<Reply> ask(List<String> queries, Steps steps) {
        List<Entry> asked = new ArrayList<>(queries.size());
        queries.forEach(query -> asked.add(begin(new Key(query, steps.from(), steps.seconds()), steps)));
        for (Entry entry : asked) {
            if (!awaitAnswer(entry)) {
                break;
            }
        }
        return asked.stream().map(entry -> reply(entry, steps)).toList();
    }

    private synchronized Entry begin(Key key, Steps steps) {
        Entry entry = entries.computeIfAbsent(key, absent -> new Entry());
        long now = System.nanoTime();
        boolean pauses = now - leftAloneUntilNanos < 0
                || (entry.failure != null && now - entry.failedNanos < FAILURE_PAUSE.toNanos());
        if (!entry.reaches(steps.to()) && entry.asked == null && !pauses) {
            entry.asked = new CountDownLatch(1);
            entry.askedNanos = now;
            Answer before = entry.last;
            try {
                executor.execute(() -> run(key, entry, before, steps));
            } catch (RejectedExecutionException e) {
                done(entry, null,
                        new StoreException(StoreTrouble.LATE, "more than " + QUERIES_WAITING_MAX + " queries wait for the store"));
            }
        }
        return entry;
    }

    private void run(Key key, Entry entry, @Nullable Answer before, Steps steps) {
        long startNanos = System.nanoTime();
        try {
            Answer answer = before == null
                    ? store.range(key.query(), steps)
                    : before.continuedBy(store.range(key.query(), steps.after(before.steps().to(), LATE_SECONDS_MAX)));
            counts.answered(System.nanoTime() - startNanos);
            done(entry, answer, null);
        } catch (StoreException e) {
            done(entry, null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done(entry, null, new StoreException(StoreTrouble.UNAVAILABLE, "interrupted while the metric store was asked"));
        } catch (RuntimeException e) {
            done(entry, null, new StoreException(StoreTrouble.REFUSED, "the metric store cannot be asked '" + key.query() + "': " + e));
        }
    }

    private synchronized void done(Entry entry, @Nullable Answer answer, @Nullable StoreException failure) {
        if (answer != null) {
            values += answer.size() - (entry.last == null ? 0 : entry.last.size());
            entry.last = answer;
            slow = slow && System.nanoTime() - entry.askedNanos > patience.toNanos();
        }
        entry.failure = failure == null ? null : failure.trouble();
        if (failure != null) {
            entry.failedNanos = System.nanoTime();
            counts.failed(failure.trouble());
            warn(String.valueOf(failure.getMessage()));
            if (failure.trouble() == StoreTrouble.UNAVAILABLE) {
                leftAloneUntilNanos = entry.failedNanos + FAILURE_PAUSE.toNanos();
            }
        }
        if (entry.asked != null) {
            entry.asked.countDown();
            entry.asked = null;
        }
        forgetEldest();
    }

    private void forgetEldest() {
        Iterator<Entry> eldest = entries.values().iterator();
        while ((values > VALUES_MAX || entries.size() > ANSWERS_MAX) && eldest.hasNext()) {
            Entry entry = eldest.next();
            if (entry.asked == null) {
                values -= entry.last == null ? 0 : entry.last.size();
                eldest.remove();
            }
        }
    }

    private void warn(String sentence) {
        if (!sentence.equals(lastWarning) && !executor.isShutdown()) {
            LOG.warn("{}", sentence);
        }
        lastWarning = sentence;
    }

    /// Waits until the query was under way for as long as anybody waits, and returns false where this thread is told to stop.
    private boolean awaitAnswer(Entry entry) {
        CountDownLatch asked;
        long leftNanos;
        synchronized (this) {
            asked = entry.asked;
            leftNanos = slow ? 0 : patience.toNanos() - (System.nanoTime() - entry.askedNanos);
        }
        try {
            if (asked != null && !asked.await(leftNanos, TimeUnit.NANOSECONDS)) {
                wasLate();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void wasLate() {
        slow = true;
    }

    private synchronized Reply reply(Entry entry, Steps steps) {
        if (entry.reaches(steps.to())) {
            return new Reply(entry.last, null);
        }
        StoreTrouble trouble = entry.failure;
        if (trouble == null && entry.asked == null) {
            trouble = StoreTrouble.UNAVAILABLE;
        }
        boolean old = entry.last == null || steps.to() - entry.last.steps().to() > STANDS_IN_SECONDS_MAX;
        return new Reply(entry.last, trouble == null && old ? StoreTrouble.LATE : trouble);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
