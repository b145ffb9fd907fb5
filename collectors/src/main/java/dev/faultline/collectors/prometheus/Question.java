package dev.faultline.collectors.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.faultline.collectors.prometheus.rule.MetricRule;
import dev.faultline.collectors.prometheus.rule.SourceRule;

/// One query, of one metric, for some targets of a source.
///
/// @param text PromQL
record Question(SourceRule source, MetricRule metric, List<Target> targets, String text) {

    static Question of(SourceRule source, MetricRule metric, List<Target> targets, long stepSeconds, long rangeSeconds) {
        String text = metric.query().replace("$by", String.join(", ", source.keys())).replace("$range", rangeSeconds + "s")
                .replace("$step", Long.toString(stepSeconds));
        return new Question(source, metric, targets, text.replace("$keys", matchers(source, targets)));
    }

    private static String matchers(SourceRule source, List<Target> targets) {
        List<String> matchers = new ArrayList<>();
        for (int i = 0; i < source.keys().size(); i++) {
            int place = i;
            matchers.add(Promql.matcher(source.keys().get(i),
                    targets.stream().map(target -> target.key().get(place)).collect(Collectors.toSet())));
        }
        return String.join(", ", matchers);
    }

    /// The targets by the values of their keys.
    Map<List<String>, Target> byKey() {
        return targets.stream().collect(Collectors.toMap(Target::key, target -> target));
    }
}
