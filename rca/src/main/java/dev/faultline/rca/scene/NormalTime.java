package dev.faultline.rca.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.statistics.Baseline;
import dev.faultline.rca.statistics.Quantiles;

/// What is normal of a series: what was observed before the abnormal time, and the reference where there is one, such as a run without
/// a fault or the same minutes of other days.
final class NormalTime {

    /// What makes two series the same before and after.
    private record Key(Subject subject, String metric) {
        static Key of(Series series) {
            return new Key(series.subject(), series.metric());
        }
    }

    private final Rules rules;
    private final Map<Key, Series> reference = new HashMap<>();
    private final Map<Subject, Series> requests;

    /// @param requests how much was asked of each subject
    NormalTime(Rules rules, List<Series> reference, Map<Subject, Series> requests) {
        this.rules = rules;
        this.requests = requests;
        reference.forEach(series -> this.reference.put(Key.of(series), series));
    }

    /// The normal of a series by the worse of the levels of both.
    Baseline worse(Series series, AbnormalTime abnormal) {
        Baseline before = before(series, abnormal);
        Baseline known = known(series);
        if (known.samples() < Math.min(rules.normalSamplesMin(), before.samples())) {
            return before;
        }
        return known.samples() == 0 || before.samples() == 0 ? known : known.at(Math.max(known.level(), before.level()));
    }

    /// The normal of what is bad in both directions: the level before, or between the least and the most of the reference, whichever
    /// comes closest to the value.
    Baseline nearest(Series series, AbnormalTime abnormal, double value) {
        Baseline before = before(series, abnormal);
        Baseline known = known(series);
        if (Double.isNaN(value) || known.samples() == 0 || known.samples() < Math.min(rules.normalSamplesMin(), before.samples())) {
            return before;
        }
        double[] values = values(series, reference.get(Key.of(series)));
        Baseline closest = known.at(Math.clamp(value, Quantiles.quantile(values, 0), Quantiles.quantile(values, 1)));
        return before.samples() == 0 || Math.abs(closest.z(value)) < Math.abs(before.z(value)) ? closest : before;
    }

    private Baseline before(Series series, AbnormalTime abnormal) {
        return Baseline.of(Values.of(series, MetricMeaning.of(series.metric())).within(Long.MIN_VALUE, abnormal.normalUntil()),
                floor(series));
    }

    private Baseline known(Series series) {
        return Baseline.of(values(series, reference.get(Key.of(series))), floor(series));
    }

    private double floor(Series series) {
        return Values.of(series, MetricMeaning.of(series.metric())).floor(requests.get(series.subject()));
    }

    private static double[] values(Series series, @Nullable Series known) {
        return known == null
                ? new double[0]
                : Values.of(known, MetricMeaning.of(series.metric())).within(Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
