package dev.faultline.collectors.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.JsonField;

/// How a mapping finds the text of one part of an alert.
sealed interface Value {

    /// The text in a message; null where there is none.
    @Nullable
    String text(Scope scope);

    /// The field that a sentence about the text names.
    JsonField field(Scope scope);

    /// What lies at a path.
    record At(DataPath path) implements Value {
        @Override
        public @Nullable String text(Scope scope) {
            return scope.text(field(scope));
        }

        @Override
        public JsonField field(Scope scope) {
            return path.in(scope.body(), scope.alert());
        }
    }

    /// A text that never changes.
    record Constant(String text) implements Value {
        @Override
        public String text(Scope scope) {
            return text;
        }

        @Override
        public JsonField field(Scope scope) {
            return scope.alert();
        }
    }

    /// Texts one after another; nothing where one of them is missing.
    record Joined(List<Value> parts) implements Value {
        @Override
        public @Nullable String text(Scope scope) {
            List<@Nullable String> texts = parts.stream().<@Nullable String>map(part -> part.text(scope)).toList();
            return texts.contains(null) ? null : String.join("", texts);
        }

        @Override
        public JsonField field(Scope scope) {
            return parts.stream().filter(part -> !(part instanceof Constant)).findFirst().map(part -> part.field(scope))
                    .orElse(scope.alert());
        }
    }

    /// The first of several that is there.
    record First(List<Value> values) implements Value {
        @Override
        public @Nullable String text(Scope scope) {
            for (Value value : values) {
                String text = value.text(scope);
                if (text != null) {
                    return text;
                }
            }
            return null;
        }

        /// Of the one that counts; of the first where none does.
        @Override
        public JsonField field(Scope scope) {
            return values.stream().filter(value -> value.text(scope) != null).findFirst().orElse(values.getFirst()).field(scope);
        }
    }

    /// A hash of several, those left out that are missing; nothing where all are.
    record Hash(List<Value> values) implements Value {
        @Override
        public @Nullable String text(Scope scope) {
            List<@Nullable String> texts = values.stream().<@Nullable String>map(value -> value.text(scope)).toList();
            return texts.stream().allMatch(Objects::isNull) ? null : LabelFingerprint.of(texts);
        }

        @Override
        public JsonField field(Scope scope) {
            return values.getFirst().field(scope);
        }
    }

    /// A value under a condition.
    record When(Condition condition, Value value) implements Value {
        @Override
        public @Nullable String text(Scope scope) {
            return condition.holds(scope) ? value.text(scope) : null;
        }

        @Override
        public JsonField field(Scope scope) {
            return value.field(scope);
        }
    }

    /// The first group of a pattern, or all that it matches; nothing where it does not match.
    record Matching(Value value, Pattern pattern) implements Value {
        @Override
        public @Nullable String text(Scope scope) {
            String text = value.text(scope);
            Matcher matcher = pattern.matcher(text == null ? "" : text);
            if (text == null || !matcher.find()) {
                return null;
            }
            String found = matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
            return found == null || found.isBlank() ? null : found;
        }

        @Override
        public JsonField field(Scope scope) {
            return value.field(scope);
        }
    }

    /// A value in which what a pattern matches is replaced.
    record Replaced(Value value, Pattern pattern, String replacement) implements Value {
        @Override
        public @Nullable String text(Scope scope) {
            String text = value.text(scope);
            return text == null ? null : pattern.matcher(text).replaceAll(replacement);
        }

        @Override
        public JsonField field(Scope scope) {
            return value.field(scope);
        }
    }

    /// What a table says for a text in any case.
    ///
    /// @param table keys in lower case; `*` stands for any other
    /// @param closed whether a text that the table does not have is wrong; else it stays as it is
    record Translated(Value value, Map<String, String> table, boolean closed) implements Value {
        static final String ANY = "*";

        @Override
        public @Nullable String text(Scope scope) {
            String text = value.text(scope);
            if (text == null) {
                return null;
            }
            String known = table.getOrDefault(text.strip().toLowerCase(Locale.ROOT), table.get(ANY));
            if (known == null && closed) {
                throw field(scope).wrong(expectation());
            }
            return known == null ? text : known;
        }

        String expectation() {
            return "one of " + table.keySet().stream().filter(key -> !key.equals(ANY)).collect(Collectors.joining(", "));
        }

        @Override
        public JsonField field(Scope scope) {
            return value.field(scope);
        }
    }

    /// A value that has to be there.
    ///
    /// @param expected what the sentence says that is expected
    record Required(Value value, String expected) implements Value {
        @Override
        public String text(Scope scope) {
            String text = value.text(scope);
            if (text == null) {
                throw field(scope).wrong(expected);
            }
            return text;
        }

        @Override
        public JsonField field(Scope scope) {
            return value.field(scope);
        }
    }
}
