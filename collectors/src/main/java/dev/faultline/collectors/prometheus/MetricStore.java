package dev.faultline.collectors.prometheus;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.faultline.collectors.otlp.CallParties;
import dev.faultline.collectors.prometheus.client.Steps;
import dev.faultline.collectors.prometheus.client.StoreClient;
import dev.faultline.collectors.prometheus.client.StoreSettings;
import dev.faultline.collectors.prometheus.client.StoreTrouble;
import dev.faultline.collectors.prometheus.rule.MetricRule;
import dev.faultline.collectors.prometheus.rule.MetricRules;
import dev.faultline.collectors.prometheus.rule.SourceRule;

/// A metric store as evidence of what is in the graph: it is known ahead what it measures, so that a ranking asks for that alone.
///
/// A store that is slow, gone, or answers nonsense costs a ranking [StoreSettings#patience] at most, and is told as a trouble.
public final class MetricStore implements AutoCloseable {
    /// Of so many targets around an incident series are asked for.
    static final int TARGETS_MAX = 2_000;
    /// So many targets are asked for in one query.
    static final int TARGETS_PER_QUERY = 100;
    /// One ranking asks no more queries.
    static final int QUERIES_MAX = 400;
    /// More steps than this are asked for as longer ones.
    static final int STEPS_MAX = 2_000;

    private final StoreSettings settings;
    private final MetricRules rules;
    private final StoreClient client;
    private final Discovery discovery;
    private final AnswerCache answers;
    private final StoreCounts counts = new StoreCounts();

    private MetricStore(StoreSettings settings, MetricRules rules, SubjectSource subjects, ToldCalls calls, Clock clock) {
        this.settings = settings;
        this.rules = rules;
        client = new StoreClient(settings);
        discovery = new Discovery(client, rules, settings.discovery(), subjects, calls, clock);
        answers = new AnswerCache(client::range, settings.patience(), counts);
    }

    /// Opens a store, and begins to ask what it measures.
    ///
    /// @param subjects finds what labels are about
    /// @param parties makes the ends of calls that nothing else tells of
    /// @param keeper makes these calls
    public static MetricStore open(StoreSettings settings, MetricRules rules, SubjectSource subjects, CallParties parties,
            EdgeKeeper keeper, Clock clock) {
        MetricStore store = new MetricStore(settings, rules, subjects, new ToldCalls(parties, keeper, subjects), clock);
        store.discovery.start();
        return store;
    }

    /// What the store has of CIs, and of calls to them, in [from, to).
    ///
    /// @param ciIds nearest first
    public StoreReading read(Collection<String> ciIds, Instant from, Instant to) {
        Duration step = step(from, to);
        Set<StoreTrouble> troubles = EnumSet.noneOf(StoreTrouble.class);
        discovery.trouble().ifPresent(troubles::add);
        List<Question> questions = Steps.fit(from, to, step) ? questions(ciIds, step, troubles) : List.of();
        if (questions.isEmpty()) {
            return new StoreReading(List.of(), troubles);
        }
        Steps steps = Steps.within(from, to, step);
        StoreSeries series = new StoreSeries(steps);
        List<AnswerCache.Reply> replies = answers.ask(questions.stream().map(Question::text).toList(), steps);
        for (int i = 0; i < replies.size(); i++) {
            AnswerCache.Reply reply = replies.get(i);
            if (reply.answer() != null) {
                series.add(questions.get(i), reply.answer());
            }
            if (reply.trouble() != null) {
                troubles.add(reply.trouble());
            }
        }
        return new StoreReading(series.series(), troubles);
    }

    private Duration step(Instant from, Instant to) {
        long steps = Math.max(1, Math.ceilDiv(Duration.between(from, to).toSeconds(), settings.step().toSeconds()));
        return settings.step().multipliedBy(Math.ceilDiv(steps, STEPS_MAX));
    }

    private List<Question> questions(Collection<String> ciIds, Duration step, Set<StoreTrouble> troubles) {
        Map<String, List<Target>> targets = discovery.index().around(ciIds, TARGETS_MAX);
        List<Question> questions = new ArrayList<>();
        for (SourceRule source : rules.sources()) {
            List<Target> ofSource = targets.getOrDefault(source.name(), List.of());
            for (int first = 0; first < ofSource.size(); first += TARGETS_PER_QUERY) {
                List<Target> some = ofSource.subList(first, Math.min(ofSource.size(), first + TARGETS_PER_QUERY));
                for (MetricRule metric : source.metrics()) {
                    questions.add(Question.of(source, metric, some, step.toSeconds(), settings.range().toSeconds()));
                }
            }
        }
        boolean cut = questions.size() > QUERIES_MAX || targets.values().stream().mapToInt(List::size).sum() == TARGETS_MAX;
        if (cut) {
            troubles.add(StoreTrouble.CUT);
        }
        return questions.subList(0, Math.min(questions.size(), QUERIES_MAX));
    }

    /// The names of the sources that it looks for.
    public List<String> sources() {
        return rules.sources().stream().map(SourceRule::name).toList();
    }

    /// How many things a source measures that the graph knows, or that it knows nothing of.
    public long targets(String source, boolean bound) {
        return discovery.count(source, bound);
    }

    public StoreCounts counts() {
        return counts;
    }

    @Override
    public void close() {
        discovery.close();
        answers.close();
        client.close();
    }
}
