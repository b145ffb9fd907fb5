package dev.faultline.collectors.prometheus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.collectors.prometheus.client.StoreClient;
import dev.faultline.collectors.prometheus.client.StoreException;
import dev.faultline.collectors.prometheus.client.StoreTrouble;
import dev.faultline.collectors.prometheus.rule.MetricRules;
import dev.faultline.collectors.prometheus.rule.SourceRule;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Asks the store again and again what it measures, and the graph what that is.
final class Discovery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration FAILURE_PAUSE = Duration.ofSeconds(10);
    private static final Duration STEP_MAX = Duration.ofMinutes(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(5);

    private final MetricRules rules;
    private final StoreClient client;
    private final SubjectSource subjects;
    private final ToldCalls calls;
    private final Clock clock;
    private final TargetBook book = new TargetBook();
    private final Loop loop;
    private volatile TargetIndex index = TargetIndex.EMPTY;
    private volatile Map<Found, Long> counts = Map.of();
    private volatile @Nullable StoreTrouble trouble;
    private String lastWarning = "";

    private record Found(String source, boolean bound) {}

    Discovery(StoreClient client, MetricRules rules, Duration interval, SubjectSource subjects, ToldCalls calls, Clock clock) {
        this.rules = rules;
        this.client = client;
        this.subjects = subjects;
        this.calls = calls;
        this.clock = clock;
        loop = Loop.of("metric-discovery", new LoopTimes(interval, FAILURE_PAUSE, STEP_MAX, STOP_MAX), this::step);
    }

    void start() {
        loop.start();
    }

    /// What is measured and known to the graph, as of the last time.
    TargetIndex index() {
        return index;
    }

    /// How much of a source is measured that the graph knows, or that it knows nothing of.
    long count(String source, boolean bound) {
        return counts.getOrDefault(new Found(source, bound), 0L);
    }

    /// Why the last time may have missed something.
    Optional<StoreTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// What it was told of before stays known where the store does not answer.
    void step() throws InterruptedException {
        StoreTrouble met = null;
        for (SourceRule source : rules.sources()) {
            StoreTrouble one = met == StoreTrouble.UNAVAILABLE ? met : discover(source);
            met = one == null ? met : one;
        }
        if (met == null && !lastWarning.isEmpty()) {
            LOG.info("the metric store answers again");
            lastWarning = "";
        }
        trouble = met;
        Instant now = clock.instant();
        book.bind(subjects, now);
        if (calls.tell(book.all(), now)) {
            book.bind(subjects, now);
        }
        index = book.index();
        counts = book.all().stream().collect(
                Collectors.groupingBy(seen -> new Found(seen.source().name(), seen.bound() != null), Collectors.counting()));
    }

    private @Nullable StoreTrouble discover(SourceRule source) throws InterruptedException {
        try {
            int refused = book.see(source, client.labels(source.discover()), clock.instant());
            if (refused == 0) {
                return null;
            }
            warn("the metric store measures " + refused + " things more than the " + TargetBook.TARGETS_MAX + " that are looked at");
            return StoreTrouble.CUT;
        } catch (StoreException e) {
            warn("what " + source.name() + " measures is not known: " + e.getMessage());
            return e.trouble();
        }
    }

    private void warn(String sentence) {
        if (!sentence.equals(lastWarning)) {
            LOG.warn("{}", sentence);
        }
        lastWarning = sentence;
    }

    @Override
    public void close() {
        loop.close();
    }
}
