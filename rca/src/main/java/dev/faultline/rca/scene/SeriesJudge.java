package dev.faultline.rca.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.scene.SignalView.Facet;
import dev.faultline.rca.statistics.Baseline;

/// Judges the series of an incident against normal time, all over the same abnormal time.
final class SeriesJudge {

    /// With fewer calls due, none at all is chance: the probability is e^-5 (Poisson).
    private static final double CALLS_DUE_MIN = 5;
    private static final Pattern OUTBOUND_METRIC = Pattern.compile("(?i)client|outbound|upstream");
    private static final Pattern NODE_METRIC = Pattern.compile("^(?i:node|host)");

    private final Rules rules;
    private final UnitTable table;
    private final UnitGraph graph;
    private final NormalTime normal;
    private final Map<Subject, Series> requests = new HashMap<>();
    private final AbnormalTime time;
    private final List<List<SignalView>> views = new ArrayList<>();

    SeriesJudge(Evidence evidence, Rules rules, UnitTable table, UnitGraph graph, List<Integer> symptomUnits,
            Set<Signal> signals) {
        this.rules = rules;
        this.table = table;
        this.graph = graph;
        for (Series series : evidence.observed().series()) {
            if (series.signal() == Signal.TRAFFIC) {
                requests.merge(series.subject(), series, SeriesJudge::preferred);
            }
        }
        normal = new NormalTime(rules, evidence.reference().series(), requests);
        AbnormalTime window = AbnormalTimes.ofWindow(evidence, rules);
        this.time = AbnormalTimes.narrowed(window, symptomSeries(evidence, symptomUnits, signals), normal::worse, rules);
        table.units().forEach(unit -> views.add(new ArrayList<>()));
        evidence.observed().series().forEach(this::judge);
    }

    AbnormalTime time() {
        return time;
    }

    List<List<SignalView>> views() {
        return views;
    }

    private static Series preferred(Series a, Series b) {
        return MetricMeaning.of(b.metric()).preference() < MetricMeaning.of(a.metric()).preference() ? b : a;
    }

    private List<Series> symptomSeries(Evidence evidence, List<Integer> symptomUnits, Set<Signal> signals) {
        return evidence.observed().series().stream().filter(series -> signals.contains(series.signal()))
                .filter(series -> {
                    Integer unit = table.unitOf().get(series.subject().owner());
                    return unit != null && symptomUnits.contains(unit);
                }).toList();
    }

    private void judge(Series series) {
        Integer unit = unit(series);
        if (unit == null) {
            return;
        }
        MetricMeaning meaning = MetricMeaning.of(series.metric());
        Values badness = Values.of(series, meaning);
        double[] abnormal = badness.within(time.from(), time.to());
        double value = Values.mean(abnormal);
        Baseline baseline = series.signal() == Signal.TRAFFIC ? normal.nearest(series, time, value) : normal.worse(series, time);
        boolean silent = baseline.samples() >= rules.normalSamplesMin() && isSilent(series, abnormal, baseline);
        if (baseline.samples() == 0 || (abnormal.length == 0 && !silent)) {
            return;
        }
        views.get(unit).add(new SignalView(series, withSignal(meaning, series.signal()), facet(series.subject(), unit), baseline, value,
                silent ? 0 : signed(meaning, baseline.z(value)),
                silent ? 0 : mass(series, badness, meaning, baseline), silent || meaning.percent() ? 0 : due(series, baseline), silent));
    }

    /// Whether a series stopped: it has no value, or no call where several were due. What a subject takes to answer, and how it fails,
    /// is not silent while nobody asks.
    private boolean isSilent(Series series, double[] abnormal, Baseline baseline) {
        if (series.signal() == Signal.TRAFFIC && abnormal.length > 0) {
            return Arrays.stream(abnormal).allMatch(value -> value == 0) && baseline.level() * abnormal.length >= CALLS_DUE_MIN;
        }
        return abnormal.length == 0 && !isIdle(series.subject());
    }

    private boolean isIdle(Subject subject) {
        Series traffic = requests.get(subject);
        double[] asked = traffic == null
                ? new double[0]
                : Values.of(traffic, MetricMeaning.of(traffic.metric())).within(time.from(), time.to());
        return asked.length > 0 && Arrays.stream(asked).allMatch(value -> value == 0);
    }

    /// The unit that a series speaks of; what a CI sees of those that it calls speaks of none, as it does not say of whom; what an instance reports of its node speaks of the host.
    private @Nullable Integer unit(Series series) {
        Integer unit = table.unitOf().get(series.subject().owner());
        if (series.subject() instanceof Subject.OfCi && OUTBOUND_METRIC.matcher(series.metric()).find()) {
            return null;
        }
        if (unit == null || !NODE_METRIC.matcher(series.metric()).find()) {
            return unit;
        }
        List<Integer> hosts = graph.hosts().get(unit);
        return hosts.isEmpty() ? null : hosts.getFirst();
    }

    private static MetricMeaning withSignal(MetricMeaning meaning, Signal signal) {
        return new MetricMeaning(signal, meaning.lowerIsWorse(), meaning.percent(), meaning.preference());
    }

    /// Traffic is bad in both directions.
    private static double signed(MetricMeaning meaning, double z) {
        return meaning.signal() == Signal.TRAFFIC ? Math.abs(z) : z;
    }

    private Facet facet(Subject subject, int unit) {
        boolean head = subject.owner().equals(table.units().get(unit).ciId());
        return switch (subject) {
            case Subject.OfCi ci -> head ? Facet.OWN : Facet.INSTANCE;
            case Subject.OfCalls calls -> head ? Facet.CALLS : Facet.CALLS_TO_INSTANCE;
        };
    }

    /// Badness beyond normal times requests. The usual stray of an amount is no badness, or the noise of the healthy would add up; a
    /// share strays by single requests, which count.
    private double mass(Series series, Values badness, MetricMeaning meaning, Baseline baseline) {
        double normal = baseline.level() + (meaning.percent() ? 0 : baseline.scale());
        Series traffic = requests.get(series.subject());
        double mass = 0;
        for (int i = 0; i < series.values().length; i++) {
            double value = badness.at(i);
            if (time.holds(series.epochSeconds()[i]) && !Double.isNaN(value)) {
                mass += Math.max(0, value - normal) * requestsAt(traffic, series.epochSeconds()[i]);
            }
        }
        return mass;
    }

    private double due(Series series, Baseline baseline) {
        Series traffic = requests.get(series.subject());
        return Arrays.stream(series.epochSeconds()).filter(time::holds)
                .mapToDouble(second -> Math.max(0, baseline.level()) * requestsAt(traffic, second)).sum();
    }

    private static double requestsAt(@Nullable Series traffic, long epochSecond) {
        if (traffic == null) {
            return 1;
        }
        int at = Arrays.binarySearch(traffic.epochSeconds(), epochSecond);
        return at >= 0 && !Double.isNaN(traffic.values()[at]) ? traffic.values()[at] : 1;
    }
}
