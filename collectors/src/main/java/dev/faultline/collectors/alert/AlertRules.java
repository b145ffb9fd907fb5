package dev.faultline.collectors.alert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.faultline.collectors.binding.BindingRule;
import dev.faultline.graph.alert.AlertMeaning;
import dev.faultline.graph.alert.AlertReader;
import dev.faultline.graph.binding.SubjectLookup;

/// The rules by which labels are read: name, severity, signal, and what an alert is about.
///
/// The rules are a YAML file; `alert-rules.yaml` beside this class is the default and explains its keys.
public record AlertRules(List<String> nameLabels, SeverityRule severity, SignalRule signals, List<BindingRule> bindings)
        implements
            AlertReader {

    private static final String UNNAMED = "unnamed";

    private static final YAMLMapper MAPPER = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    public AlertRules {
        nameLabels = List.copyOf(Objects.requireNonNull(nameLabels, "nameLabels are missing"));
        Objects.requireNonNull(severity, "severity is missing");
        Objects.requireNonNull(signals, "signals are missing");
        bindings = List.copyOf(Objects.requireNonNull(bindings, "bindings are missing"));
    }

    /// The rules that Faultline comes with.
    public static AlertRules defaults() {
        try (InputStream file = AlertRules.class.getResourceAsStream("alert-rules.yaml")) {
            if (file == null) {
                throw new IllegalStateException("alert-rules.yaml is not on the class path, expected it beside " + AlertRules.class);
            }
            return parse("alert-rules.yaml", file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("alert-rules.yaml cannot be read from the class path", e);
        }
    }

    /// The rules of a file.
    public static AlertRules load(Path file) {
        try {
            return parse(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("alert rules " + file + " cannot be read, expected a YAML file: " + e.getMessage(), e);
        }
    }

    static AlertRules parse(String name, byte[] yaml) {
        try {
            return MAPPER.readValue(yaml, AlertRules.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("alert rules " + name + " are wrong: " + e.getOriginalMessage()
                    + "; expected the keys of the default rules", e);
        }
    }

    @Override
    public AlertMeaning read(Map<String, String> labels, Map<String, String> annotations) {
        String name = nameLabels.stream().map(label -> labels.getOrDefault(label, "")).filter(value -> !value.isBlank()).findFirst()
                .orElse(UNNAMED);
        List<SubjectLookup> lookups = bindings.stream().map(rule -> rule.apply(labels)).flatMap(Optional::stream).distinct().toList();
        return new AlertMeaning(name, severity.apply(labels), signals.apply(name, labels, annotations), lookups);
    }
}
