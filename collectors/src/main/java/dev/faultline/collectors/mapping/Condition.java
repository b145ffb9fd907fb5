package dev.faultline.collectors.mapping;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// A question to a message, which it answers with yes or no.
sealed interface Condition {

    boolean holds(Scope scope);

    /// Whether a value is there.
    record Present(Value value) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            if (value instanceof Value.At at && at.field(scope).value().isContainer()) {
                return !at.field(scope).value().isEmpty();
            }
            return value.text(scope) != null;
        }
    }

    /// Whether a value is one of some texts, in any case.
    ///
    /// @param texts in lower case
    record OneOf(Value value, Set<String> texts) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            String text = value.text(scope);
            return text != null && texts.contains(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    /// Whether a pattern is found in a value.
    record Like(Value value, Pattern pattern) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            @Nullable
            String text = value.text(scope);
            return text != null && pattern.matcher(text).find();
        }
    }

    /// Whether another condition does not hold.
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(Scope scope) {
            return !condition.holds(scope);
        }
    }
}
