package dev.faultline.api.incident;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.faultline.api.handling.Handling;
import dev.faultline.graph.alert.Alert;

/// What changed since the loop last looked. Of each alert only the newest state is kept, so a storm takes no more room than its alerts.
final class ChangeInbox {
    /// Past so many alerts the inbox forgets which changed, and has all of them read from the store instead.
    static final int ALERTS_MAX = 100_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Map<String, Alert> alerts = new HashMap<>();
    private long newestAlertNanos;
    private boolean evidence;
    private boolean topology;
    private boolean overflow;
    private List<Asked> asked = new ArrayList<>();

    /// What somebody asks for.
    ///
    /// @param done completes when it is stored; with false where it cannot be done to what is in memory
    record Asked(Handling handling, CompletableFuture<Boolean> done) {}

    /// All changes since the batch before.
    ///
    /// @param alerts newest state by key
    /// @param newestAlertNanos when the last of them came, by the machine's monotonic clock
    /// @param evidence whether there is new evidence for certain, such as a deployment
    /// @param topology whether CIs, relations or calls changed
    /// @param overflow whether alerts were left out, so that all must be read from the store
    /// @param asked what people want done to incidents
    record Batch(Map<String, Alert> alerts, long newestAlertNanos, boolean evidence, boolean topology, boolean overflow,
            List<Asked> asked) {}

    void alertsChanged(Collection<Alert> changedAlerts) {
        lock.lock();
        try {
            changedAlerts.forEach(alert -> alerts.put(alert.key(), alert));
            newestAlertNanos = System.nanoTime();
            if (alerts.size() > ALERTS_MAX) {
                alerts.clear();
                overflow = true;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void evidenceChanged() {
        lock.lock();
        try {
            evidence = true;
        } finally {
            lock.unlock();
        }
    }

    CompletableFuture<Boolean> ask(Handling handling) {
        Asked one = new Asked(handling, new CompletableFuture<>());
        lock.lock();
        try {
            asked.add(one);
            changed.signal();
        } finally {
            lock.unlock();
        }
        return one.done();
    }

    void topologyChanged() {
        lock.lock();
        try {
            topology = true;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until alerts changed, or for `waitMax`; then lets more of them come for `debounce`, and takes all there is.
    Batch take(Duration waitMax, Duration debounce) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long leftNanos = waitMax.toNanos();
            while (alerts.isEmpty() && asked.isEmpty() && !overflow && leftNanos > 0) {
                leftNanos = changed.awaitNanos(leftNanos);
            }
        } finally {
            lock.unlock();
        }
        if (hasAlerts()) {
            TimeUnit.NANOSECONDS.sleep(debounce.toNanos());
        }
        return drain();
    }

    /// Puts a batch back that could not be worked on; what changed meanwhile is newer and stays.
    void putBack(Batch batch) {
        lock.lock();
        try {
            batch.alerts().forEach(alerts::putIfAbsent);
            newestAlertNanos = alerts.isEmpty() ? newestAlertNanos : Math.max(newestAlertNanos, batch.newestAlertNanos());
            evidence |= batch.evidence();
            topology |= batch.topology();
            overflow |= batch.overflow();
            asked.addAll(batch.asked());
        } finally {
            lock.unlock();
        }
    }

    /// How many alerts wait.
    int size() {
        lock.lock();
        try {
            return alerts.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean hasAlerts() {
        lock.lock();
        try {
            return overflow || !alerts.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private Batch drain() {
        lock.lock();
        try {
            Batch batch = new Batch(alerts, newestAlertNanos, evidence, topology, overflow, asked);
            alerts = new HashMap<>();
            asked = new ArrayList<>();
            evidence = false;
            topology = false;
            overflow = false;
            return batch;
        } finally {
            lock.unlock();
        }
    }
}
