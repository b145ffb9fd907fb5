package dev.faultline.collectors.alert;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import dev.faultline.graph.alert.Severity;

/// How labels say how bad it is.
///
/// @param labels the first of these that is there decides
/// @param words in lower case, by what they mean
/// @param fallback where no label is there, or its word is unknown
record SeverityRule(List<String> labels, Map<Severity, List<String>> words, Severity fallback) {
    SeverityRule {
        labels = List.copyOf(Objects.requireNonNull(labels, "severity labels are missing"));
        words = Map.copyOf(Objects.requireNonNull(words, "severity words are missing"));
        Objects.requireNonNull(fallback, "severity fallback is missing");
    }

    Severity apply(Map<String, String> values) {
        for (String label : labels) {
            String value = values.get(label);
            if (value != null) {
                return severity(value.toLowerCase(Locale.ROOT).strip());
            }
        }
        return fallback;
    }

    private Severity severity(String word) {
        return words.entrySet().stream().filter(entry -> entry.getValue().contains(word)).map(Map.Entry::getKey).findFirst()
                .orElse(fallback);
    }
}
