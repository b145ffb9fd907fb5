package dev.faultline.collectors.prometheus;

import java.util.Collection;
import java.util.stream.Collectors;

/// Text of the outside world in PromQL, escaped.
final class Promql {
    /// What has a meaning in the regular expressions of RE2, which PromQL matches with.
    private static final String META = "\\.+*?()|[]{}^$";

    private Promql() {}

    /// Matches the series whose label has one of the values.
    static String matcher(String label, Collection<String> values) {
        return values.size() == 1
                ? label + "=" + literal(values.iterator().next())
                : label + "=~" + literal(values.stream().sorted().map(Promql::quoted).collect(Collectors.joining("|")));
    }

    private static String quoted(String value) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        value.chars().forEach(character -> {
            if (META.indexOf(character) >= 0) {
                text.append('\\');
            }
            text.append((char) character);
        });
        return text.toString();
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
