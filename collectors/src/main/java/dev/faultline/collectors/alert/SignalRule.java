package dev.faultline.collectors.alert;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.symptom.Signal;

/// How labels, names and annotations say what was observed.
///
/// @param label its value is a signal's name
/// @param words patterns for the condition's name, then for its annotations
record SignalRule(String label, List<Words> words) {
    /// What has an address in it is a link to elsewhere: its words say nothing of this alert.
    private static final String ADDRESS = "://";

    /// What is no letter or digit, the humps of camel case, and the beginning of a number after a word; `p99` and `5xx` are words.
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
            + "|(?<=[0-9])(?=[A-Z])|(?<=[A-Za-z]{2})(?=[0-9])");

    SignalRule {
        Objects.requireNonNull(label, "signals label is missing");
        words = List.copyOf(Objects.requireNonNull(words, "signals words are missing"));
    }

    /// Words that speak of a signal: whole ones of a text, in any case.
    record Words(Signal signal, Pattern pattern) {
        Words {
            Objects.requireNonNull(signal, "signal of a pattern is missing");
            Objects.requireNonNull(pattern, "pattern of signal " + signal + " is missing");
            pattern = Pattern.compile("\\b(?:" + pattern.pattern() + ")\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        }
    }

    Signal apply(String name, Map<String, String> labels, Map<String, String> annotations) {
        return said(labels.getOrDefault(label, "")).or(() -> found(name))
                .or(() -> new TreeMap<>(annotations).entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(Alert.GROUP) && !entry.getValue().contains(ADDRESS))
                        .flatMap(entry -> found(entry.getValue()).stream()).findFirst())
                .orElse(Signal.UNKNOWN);
    }

    private static Optional<Signal> said(String value) {
        return Stream.of(Signal.values()).filter(signal -> signal.name().equalsIgnoreCase(value)).findFirst();
    }

    private Optional<Signal> found(String text) {
        String apart = words(text);
        return words.stream().filter(each -> each.pattern().matcher(apart).find()).map(Words::signal).findFirst();
    }

    /// The words of a text with one space between them: `HTTP5xxRate_high` is `HTTP 5xx Rate high`.
    private static String words(String text) {
        return BETWEEN_WORDS.matcher(text).replaceAll(" ").strip();
    }
}
