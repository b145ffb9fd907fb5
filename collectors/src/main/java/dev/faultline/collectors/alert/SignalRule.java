package dev.faultline.collectors.alert;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.faultline.graph.symptom.Signal;

/// How labels, names and annotations say what was observed.
///
/// @param label its value is a signal's name
/// @param words patterns for the condition's name, then for its annotations
record SignalRule(String label, List<Words> words) {
    SignalRule {
        Objects.requireNonNull(label, "signals label is missing");
        words = List.copyOf(Objects.requireNonNull(words, "signals words are missing"));
    }

    /// Words that speak of a signal, found anywhere in a text, in any case.
    record Words(Signal signal, Pattern pattern) {
        Words {
            Objects.requireNonNull(signal, "signal of a pattern is missing");
            pattern = Pattern.compile(pattern.pattern(), Pattern.CASE_INSENSITIVE);
        }
    }

    Signal apply(String name, Map<String, String> labels, Map<String, String> annotations) {
        return said(labels.getOrDefault(label, "")).or(() -> found(name))
                .or(() -> new TreeMap<>(annotations).values().stream().flatMap(text -> found(text).stream()).findFirst())
                .orElse(Signal.UNKNOWN);
    }

    private static Optional<Signal> said(String value) {
        return Stream.of(Signal.values()).filter(signal -> signal.name().equalsIgnoreCase(value)).findFirst();
    }

    private Optional<Signal> found(String text) {
        return words.stream().filter(each -> each.pattern().matcher(text).find()).map(Words::signal).findFirst();
    }
}
