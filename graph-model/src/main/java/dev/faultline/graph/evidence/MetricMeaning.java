package dev.faultline.graph.evidence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.faultline.graph.symptom.Signal;

/// What a metric speaks of, judged by the words of its name.
///
/// Names differ between sources, words hardly do: `latency.p99`, `PodServerLatencyP99(s)` and `http_request_duration_seconds`
/// are all latency. The first rule that finds one of its words decides; a name without any known word is UNKNOWN.
///
/// @param lowerIsWorse true where a fall is the bad direction, such as of availability
/// @param percent true where the values are shares in percent or in [0, 1] of all requests
/// @param preference lower is preferred where several metrics of one subject mean the same: averages add up, high percentiles do not
public record MetricMeaning(Signal signal, boolean lowerIsWorse, boolean percent, int preference) {

    private record Rule(Pattern words, Signal signal, boolean lowerIsWorse, boolean percent) {
        static Rule of(String words, Signal signal, boolean lowerIsWorse, boolean percent) {
            return new Rule(Pattern.compile(words), signal, lowerIsWorse, percent);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("availability|success|apdex", Signal.ERRORS, true, true),
            Rule.of("error|fault|fail|5xx|4xx|exception|reject|timeout", Signal.ERRORS, false, false),
            Rule.of("cpu|memory|mem_|_mem|rss|heap|disk|fs_|filesystem|iops|network|net_|bytes|thread|syscall|load1|load5|gc_|swap|saturation",
                    Signal.RESOURCE, false, false),
            Rule.of("latency|duration|response.?time|p50|p90|p95|p99|elapsed|rtt|wait", Signal.LATENCY, false, false),
            Rule.of("request|qps|rps|throughput|workload|calls|ops|rate|count|traffic", Signal.TRAFFIC, false, false));

    private static final List<String> PREFERENCE = List.of("average", "avg", "mean", "p50", "median", "p90", "p95", "p99", "max");

    /// Judges a metric by its name.
    public static MetricMeaning of(String metric) {
        String name = metric.toLowerCase(Locale.ROOT);
        return RULES.stream().filter(rule -> rule.words().matcher(name).find()).findFirst()
                .map(rule -> new MetricMeaning(rule.signal(), rule.lowerIsWorse(), rule.percent() || isShare(rule, name), preference(name)))
                .orElse(new MetricMeaning(Signal.UNKNOWN, false, false, preference(name)));
    }

    private static boolean isShare(Rule rule, String name) {
        return rule.signal() == Signal.ERRORS && (name.contains("rate") || name.contains("ratio") || name.contains("%"));
    }

    private static int preference(String name) {
        for (int i = 0; i < PREFERENCE.size(); i++) {
            if (name.contains(PREFERENCE.get(i))) {
                return i;
            }
        }
        return name.contains("client") ? 1 : 0;
    }
}
