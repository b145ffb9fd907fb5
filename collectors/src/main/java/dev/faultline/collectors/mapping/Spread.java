package dev.faultline.collectors.mapping;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;

/// An object of the message whose fields all become labels or annotations, or a list of pairs of a name and a value.
///
/// @param only names that are taken; empty for all
/// @param prefix put before each name
/// @param pairs the fields of a pair; null where it is an object
/// @param isText whether it is JSON within a text
record Spread(DataPath path, Set<String> only, String prefix, @Nullable Pair pairs, boolean isText) {

    /// How the fields of a pair are called.
    record Pair(String key, String value) {}

    /// Fills in what is there.
    ///
    /// @param cut whether names that cannot be taken are left out, and said to be; else they fail
    void read(Scope scope, boolean cut, Map<String, String> into) {
        JsonField field = path.in(scope.body(), scope.alert());
        if (isText) {
            String text = scope.text(field);
            if (text == null) {
                return;
            }
            field = field.parsed();
        }
        int fieldsMax = cut ? Integer.MAX_VALUE : Texts.TEXTS_MAX;
        boolean whole = true;
        if (pairs != null) {
            for (JsonField item : field.items(fieldsMax)) {
                String name = scope.text(item.field(pairs.key()));
                whole &= put(scope, name == null ? "" : name, item.field(pairs.value()), into);
            }
        } else if (!scope.strict() && field.present() && !field.value().isContainer()) {
            whole = put(scope, path.steps().isEmpty() ? "value" : path.steps().getLast(), field, into);
        } else {
            for (Map.Entry<String, JsonField> each : field.entries(fieldsMax).entrySet()) {
                whole &= put(scope, each.getKey(), each.getValue(), into);
            }
        }
        if (!whole) {
            tell(scope, cut, field);
        }
    }

    private static void tell(Scope scope, boolean cut, JsonField field) {
        InvalidInputException wrong = field.wrong("names of 1 to " + Texts.NAME_CHARACTERS_MAX + " characters");
        if (!cut) {
            throw wrong;
        }
        scope.remark(wrong.getMessage() + ": others were left out");
    }

    /// Whether the name can be taken.
    private boolean put(Scope scope, String name, JsonField value, Map<String, String> into) {
        if (name.isBlank() || name.length() > Texts.NAME_CHARACTERS_MAX) {
            return false;
        }
        if (only.isEmpty() || only.contains(name)) {
            String text = scope.text(value);
            boolean isEmptyText = text == null && scope.strict() && value.present();
            if (text != null || isEmptyText) {
                into.put(prefix + name, text == null ? "" : text);
            }
        }
        return true;
    }
}
