package dev.faultline.collectors.prometheus.rule;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.binding.BindingRule;
import dev.faultline.graph.binding.SubjectLookup;

/// One kind of series that a store may hold, such as those of the node exporter.
///
/// @param discover an instant query whose answer has one series for each thing that is measured
/// @param keys labels that tell these things apart, in the discovery and in all answers
/// @param calls how the labels name the two ends of calls; null where the series are of CIs
/// @param bindings what the labels of the discovery are about; the first that fits decides
public record SourceRule(String name, String discover, List<String> keys, @Nullable CallRule calls, List<BindingRule> bindings,
        List<MetricRule> metrics) {
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    public SourceRule {
        Objects.requireNonNull(name, "name of a source is missing");
        Objects.requireNonNull(discover, "discover of source " + name + " is missing");
        keys = List.copyOf(Objects.requireNonNull(keys, "keys of source " + name + " are missing"));
        bindings = List.copyOf(Objects.requireNonNull(bindings, "bindings of source " + name + " are missing"));
        metrics = List.copyOf(Objects.requireNonNull(metrics, "metrics of source " + name + " are missing"));
        if (keys.isEmpty() || !keys.stream().allMatch(key -> LABEL.matcher(key).matches())) {
            throw new IllegalArgumentException("source " + name + " has keys " + keys + ", expected names of labels");
        }
        if (metrics.stream().map(MetricRule::metric).distinct().count() < metrics.size()) {
            throw new IllegalArgumentException("source " + name + " has two metrics of the same name, expected one of each name");
        }
    }

    /// What to look for in the graph, in the order in which it decides.
    public List<SubjectLookup> lookups(Map<String, String> labels) {
        return bindings.stream().map(rule -> rule.apply(labels)).flatMap(Optional::stream).distinct().toList();
    }

    /// The values of the keys; a label that is not there has the empty value, as in PromQL.
    public List<String> key(Map<String, String> labels) {
        return keys.stream().map(label -> labels.getOrDefault(label, "")).toList();
    }
}
