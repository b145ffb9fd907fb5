package dev.faultline.api.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.GraphUnavailableException;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;
import dev.faultline.graph.neo4j.GraphLimits;
import dev.faultline.graph.topology.TopologyDelta;
import dev.faultline.graph.topology.TopologyStore;
import dev.faultline.rca.topology.Foundation;
import dev.faultline.rca.topology.TopologySnapshot;

/// The newest snapshot of the topology: loaded, then brought up to date by what changed, at an interval and when asked, and loaded
/// anew now and then, so that what a change did not tell does not stay wrong for ever.
///
/// Reading the snapshot never waits for the database.
public final class LiveTopology implements AutoCloseable {
    /// How old a snapshot gets before it is looked whether anything changed.
    public static final Duration REFRESH_INTERVAL = Duration.ofSeconds(2);

    /// How old a snapshot gets before all of it is loaded anew.
    static final Duration RELOAD_INTERVAL = Duration.ofHours(1);

    /// A change counts from the start of its transaction and shows at its end; a refresh therefore looks back this much further, which
    /// is what a transaction may take and how far clocks may be apart.
    static final Duration OVERLAP = GraphLimits.DEFAULT.transactionLimit().plusSeconds(15);
    /// A graph of a million CIs is read in less.
    private static final Duration LOAD_MAX = Duration.ofMinutes(5);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(LiveTopology.class);

    private final TopologyStore source;
    private final List<Foundation> foundations;
    private final Runnable listener;
    private final Timer refreshTimer;
    private final Semaphore asked = new Semaphore(0);
    private final Loop loop;
    private volatile @Nullable TopologySnapshot snapshot;
    private TopologyDelta told = TopologyDelta.none(Instant.MIN);
    private long loadedNanos;

    /// @param foundations the relations in which one CI stands on another
    /// @param listener called after each refresh that changed something; must not block
    public LiveTopology(TopologyStore source, List<Foundation> foundations, Runnable listener, MeterRegistry meters) {
        this.source = source;
        this.foundations = foundations;
        this.listener = listener;
        this.refreshTimer = Timer.builder("faultline.topology.refresh").description("time to bring the topology in memory up to date")
                .register(meters);
        Gauge.builder("faultline.topology.cis", this, topology -> topology.snapshot == null ? 0 : topology.snapshot().size())
                .description("CIs that the topology in memory has numbers for").register(meters);
        Gauge.builder("faultline.topology.bytes", this, topology -> topology.snapshot == null ? 0 : topology.snapshot().memoryBytes())
                .description("estimated memory of the topology").register(meters);
        this.loop = Loop.of("topology", LoopTimes.unrested(REFRESH_INTERVAL, LOAD_MAX, STOP_MAX), this::step);
    }

    /// Starts; the topology is loaded by a thread of its own, again and again until it succeeds.
    public void start() {
        loop.start();
    }

    /// The newest snapshot.
    ///
    /// @throws GraphUnavailableException until the first one is loaded
    public TopologySnapshot snapshot() {
        TopologySnapshot current = snapshot;
        if (current == null) {
            throw new GraphUnavailableException("the topology is not loaded yet, expected within moments after the database answers", null);
        }
        return current;
    }

    /// The name of a CI; its id where it is unknown.
    public String nameOf(String ciId) {
        TopologySnapshot current = snapshot();
        OptionalInt number = current.find(ciId);
        return number.isPresent() ? current.node(number.getAsInt()).name() : ciId;
    }

    /// Asks for a refresh now rather than at the end of the interval, because something was written.
    public void refresh() {
        if (asked.availablePermits() == 0) {
            asked.release();
        }
    }

    /// Why the topology is not brought up to date now, or nothing where all is well.
    public Optional<String> problem() {
        return loop.problem();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void step() throws InterruptedException {
        refreshTimer.record(this::bringUpToDate);
        if (asked.tryAcquire(REFRESH_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
            asked.drainPermits();
        }
    }

    private void bringUpToDate() {
        TopologySnapshot before = snapshot;
        if (before == null || System.nanoTime() - loadedNanos > RELOAD_INTERVAL.toNanos()) {
            load();
            return;
        }
        TopologyDelta delta = source.changesSince(before.asOf().minus(OVERLAP));
        boolean news = delta.hasNewsAfter(told);
        snapshot = before.refresh(news ? delta : TopologyDelta.none(delta.asOf()));
        told = delta;
        if (news) {
            listener.run();
        }
    }

    private void load() {
        boolean first = snapshot == null;
        TopologySnapshot loaded = TopologySnapshot.of(source.load(), foundations);
        snapshot = loaded;
        loadedNanos = System.nanoTime();
        told = TopologyDelta.none(loaded.asOf());
        if (first) {
            LOG.info("topology of {} CIs loaded, some {} KiB", loaded.size(), loaded.memoryBytes() / 1024);
        }
        listener.run();
    }
}
