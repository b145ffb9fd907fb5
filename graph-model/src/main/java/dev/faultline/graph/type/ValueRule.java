package dev.faultline.graph.type;

import java.util.List;
import java.util.regex.Pattern;

/// What must hold of an attribute's value beyond its type.
public sealed interface ValueRule {
    /// Whether the value, already of the attribute's type, keeps the rule.
    boolean holds(Object value);

    /// What the rule asks for, for sentences.
    String expectation();

    /// The text matches a regular expression from end to end.
    record Matches(String pattern) implements ValueRule {
        public Matches {
            Pattern.compile(pattern);
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof String text && text.matches(pattern);
        }

        @Override
        public String expectation() {
            return "a text that matches " + pattern;
        }
    }

    /// The number lies between two bounds, both included.
    record Between(double min, double max) implements ValueRule {
        public Between {
            if (!(min <= max)) {
                throw new IllegalArgumentException("a rule has min " + min + " and max " + max + ", expected min <= max");
            }
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof Number number && number.doubleValue() >= min && number.doubleValue() <= max;
        }

        @Override
        public String expectation() {
            return "a number from " + spell(min) + " to " + spell(max);
        }

        private static String spell(double bound) {
            return Math.rint(bound) == bound && Math.abs(bound) < 1e15 ? Long.toString((long) bound) : Double.toString(bound);
        }
    }

    /// The text is one of a closed list.
    record OneOf(List<String> values) implements ValueRule {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Object value) {
            return values.contains(value);
        }

        @Override
        public String expectation() {
            return "one of " + String.join(", ", values);
        }
    }
}
