package dev.faultline.api.demo.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A rule that holds for every flow alike: one figure is too far above what is normal for the flow, over a longer and a shorter time.
///
/// @param name what is high, the last word of its alerts' names
/// @param factor times normal
/// @param step above normal, in the figure's unit
/// @param requestsMin fewer requests than this say nothing
/// @param callsToo whether it looks at calls to peers, too, or only at what services serve
record FlowRule(String name, String unit, ToDoubleFunction<Measure> figure, double factor, double step, int requestsMin,
        boolean callsToo) {
    private static final int HOLDS_TICKS_MIN = 2;

    static final List<FlowRule> ALL = List.of(new FlowRule("LatencyHigh", "ms p95", Measure::p95Millis, 2.5, 110, 20, true),
            new FlowRule("ErrorsHigh", "of requests failed", Measure::errorShare, 1, 0.04, 8, true),
            new FlowRule("TrafficHigh", "requests/s", Measure::requestsPerSecond, 1.9, 4, 8, false));

    /// All conditions that hold for a flow now.
    static List<Condition> holding(FlowKey flow, FlowHistory history) {
        List<Condition> conditions = new ArrayList<>();
        for (FlowRule rule : ALL) {
            rule.evaluate(flow, history).ifPresent(conditions::add);
        }
        return conditions;
    }

    private Optional<Condition> evaluate(FlowKey flow, FlowHistory history) {
        Measure measure = history.overLong();
        if (!history.knowsNormal() || measure.requests() < requestsMin || (flow.peer() != null && !callsToo)) {
            return Optional.empty();
        }
        double normal = history.normal(figure);
        double limit = Math.max(normal * factor, normal + step);
        double value = figure.applyAsDouble(measure);
        if (value <= limit || figure.applyAsDouble(history.overShort()) <= limit) {
            return Optional.empty();
        }
        String summary = String.format(Locale.ROOT, "%s: %.3g %s, normal is %.3g", flow, value, unit, normal);
        return Optional.of(new Condition(flow.subject() + name, "warning", flow.labels(), summary, HOLDS_TICKS_MIN));
    }
}
