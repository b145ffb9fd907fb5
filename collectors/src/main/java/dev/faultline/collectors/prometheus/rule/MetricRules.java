package dev.faultline.collectors.prometheus.rule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What the store is asked for, and what that means.
///
/// The rules are a YAML file; `metric-rules.yaml` beside this class holds the default ones and explains its keys.
public record MetricRules(List<SourceRule> sources) {
    private static final String DEFAULTS = "metric-rules.yaml";
    private static final String LOKI_DEFAULTS = "loki-rules.yaml";
    private static final YAMLMapper MAPPER = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public MetricRules {
        sources = List.copyOf(Objects.requireNonNull(sources, "sources are missing"));
        if (sources.stream().map(SourceRule::name).distinct().count() < sources.size()) {
            throw new IllegalArgumentException("two sources have the same name, expected one of each name");
        }
    }

    /// The rules for metrics that Faultline comes with.
    public static MetricRules defaults() {
        return shipped(DEFAULTS);
    }

    /// The rules for logs in Loki that Faultline comes with: LogQL in place of PromQL.
    public static MetricRules lokiDefaults() {
        return shipped(LOKI_DEFAULTS);
    }

    private static MetricRules shipped(String name) {
        try (InputStream file = MetricRules.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path, expected it beside " + MetricRules.class);
            }
            return parse(name, file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read from the class path", e);
        }
    }

    /// The default rules with the sources of a file: one of the same name takes the place of the default one, others are added.
    public static MetricRules load(Path file) {
        return defaults().withFile(file);
    }

    /// These rules with the sources of a file, in the same way.
    public MetricRules withFile(Path file) {
        try {
            return with(parse(file.toString(), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("metric rules " + file + " cannot be read, expected a YAML file: " + e.getMessage(), e);
        }
    }

    private MetricRules with(MetricRules others) {
        Map<String, SourceRule> byName = new LinkedHashMap<>();
        sources.forEach(source -> byName.put(source.name(), source));
        others.sources.forEach(source -> byName.put(source.name(), source));
        return new MetricRules(byName.values().stream().filter(source -> !source.metrics().isEmpty()).toList());
    }

    static MetricRules parse(String name, byte[] yaml) {
        try {
            @Nullable
            MetricRules rules = MAPPER.readValue(yaml, MetricRules.class);
            return Objects.requireNonNull(rules, "sources are missing");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("metric rules " + name + " are wrong: " + e.getOriginalMessage()
                    + "; expected the keys of the default rules", e);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException("metric rules " + name + " are wrong: " + e.getMessage(), e);
        }
    }
}
