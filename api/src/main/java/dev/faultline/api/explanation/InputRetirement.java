package dev.faultline.api.explanation;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.graph.explanation.RankingInputStore;
import dev.faultline.graph.explanation.RankingInputStore.Usage;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;
import dev.faultline.graph.neo4j.GraphConnection;

/// Keeps what rankings were computed from within its limits of age and size, the newest first; the rankings themselves stay.
public final class InputRetirement implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);
    /// So many are retired in one transaction.
    private static final int AT_ONCE_MAX = 200;
    private static final int ROUNDS_MAX = 50;
    private static final Logger LOG = LoggerFactory.getLogger(InputRetirement.class);

    private final RankingInputStore store;
    private final Duration age;
    private final long bytesMax;
    private final Clock clock;
    private final Counter retired;
    private volatile Usage usage = new Usage(0, 0);
    private final Loop loop = Loop.of("ranking-inputs", new LoopTimes(INTERVAL, INTERVAL, INTERVAL, STOP_MAX), this::retire);

    /// @param age how long they are kept
    /// @param bytesMax how much of them is kept
    public InputRetirement(GraphConnection graph, Duration age, long bytesMax, Clock clock, MeterRegistry meters) {
        this.store = new RankingInputStore(graph);
        this.age = age;
        this.bytesMax = bytesMax;
        this.clock = clock;
        this.retired = Counter.builder("faultline.ranking.inputs.retired")
                .description("rankings that can be explained no longer, as what they were computed from was retired").register(meters);
        Gauge.builder("faultline.ranking.inputs.bytes", this, one -> one.usage.bytes()).baseUnit("bytes")
                .description("what rankings were computed from, compressed, as far as it is kept").register(meters);
        Gauge.builder("faultline.ranking.inputs", this, one -> one.usage.count()).description("rankings that can be explained")
                .register(meters);
    }

    /// Begins to look, every minute.
    public InputRetirement start() {
        loop.start();
        return this;
    }

    /// Retires what is past the limits, and tells how many rankings that were.
    public int retire() {
        int count = 0;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            int some = store.retire(clock.instant().minus(age), bytesMax, AT_ONCE_MAX);
            count += some;
            if (some < AT_ONCE_MAX) {
                break;
            }
        }
        if (count > 0) {
            retired.increment(count);
            LOG.info("{} rankings can be explained no longer: limits ranking.inputs-age and ranking.inputs-bytes-max", count);
        }
        usage = store.usage();
        return count;
    }

    @Override
    public void close() {
        loop.close();
    }
}
