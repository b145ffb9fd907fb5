package dev.faultline.collectors.prometheus.rule;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.symptom.Signal;

/// One query and what its values mean.
///
/// The ranking takes the meaning of a series from the words of its name, so a name has to say what the rule says.
///
/// @param metric how evidence names it, such as `cpu.percent`
/// @param unit an amount where it is left out
/// @param worse higher where it is left out
/// @param query PromQL with `$keys` for the matchers of what is asked for, `$by` for the labels of the keys, `$range` for the time that
/// rates are taken over, and `$step` for the seconds of a step
public record MetricRule(String metric, Signal signal, @Nullable Unit unit, @Nullable Worse worse, String query) {

    /// What the values are.
    public enum Unit {
        /// Percent of a limit.
        PERCENT,
        /// A share in [0, 1].
        RATIO, AMOUNT,
        /// 0 where the thing is gone: evidence sees no value then.
        PRESENCE
    }

    /// The direction in which values are bad.
    public enum Worse {
        HIGHER, LOWER
    }

    public MetricRule {
        Objects.requireNonNull(metric, "name of a metric is missing");
        Objects.requireNonNull(signal, "signal of metric " + metric + " is missing");
        Objects.requireNonNull(query, "query of metric " + metric + " is missing");
        unit = unit == null ? Unit.AMOUNT : unit;
        worse = worse == null ? Worse.HIGHER : worse;
        if (!query.contains("$keys")) {
            throw new IllegalArgumentException("query of metric " + metric + " has no $keys, expected them where its series are selected");
        }
        agree(metric, signal, unit, worse);
    }

    private static void agree(String metric, Signal signal, Unit unit, Worse worse) {
        MetricMeaning named = MetricMeaning.of(metric);
        boolean percent = metric.toLowerCase(Locale.ROOT).contains("percent");
        boolean share = signal == Signal.ERRORS
                ? named.percent() == (unit == Unit.RATIO || unit == Unit.PERCENT)
                : percent == (unit == Unit.PERCENT);
        if ((signal != Signal.SILENCE && named.signal() != signal) || named.lowerIsWorse() != (worse == Worse.LOWER) || !share) {
            throw new IllegalArgumentException("metric " + metric + " is read by its name as " + named.signal() + ", "
                    + (named.lowerIsWorse() ? "lower" : "higher") + " is worse, " + (named.percent() || percent ? "a share" : "an amount")
                    + "; expected a name that says " + signal + ", " + worse.name().toLowerCase(Locale.ROOT) + " is worse, "
                    + (unit == Unit.PERCENT || unit == Unit.RATIO ? "a share" : "an amount"));
        }
    }

    /// A value as evidence has it.
    public double value(double sampled) {
        return Double.isInfinite(sampled) || (unit == Unit.PRESENCE && sampled == 0) ? Double.NaN : sampled;
    }
}
