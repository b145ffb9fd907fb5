package dev.faultline.collectors.mapping;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

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

    void read(Scope scope, Map<String, String> into) {
        JsonField field = path.in(scope.body(), scope.alert());
        if (isText) {
            String text = scope.text(field);
            if (text == null) {
                return;
            }
            field = field.parsed();
        }
        if (pairs != null) {
            for (JsonField item : field.items(Texts.TEXTS_MAX)) {
                String name = scope.text(item.field(pairs.key()));
                put(scope, field, name == null ? "" : name, item.field(pairs.value()), into);
            }
        } else if (!scope.strict() && field.present() && !field.value().isContainer()) {
            put(scope, field, path.steps().isEmpty() ? "value" : path.steps().getLast(), field, into);
        } else {
            JsonField object = field;
            field.entries(Texts.TEXTS_MAX).forEach((name, value) -> put(scope, object, name, value, into));
        }
    }

    private void put(Scope scope, JsonField object, String name, JsonField value, Map<String, String> into) {
        if (name.isBlank() || name.length() > Texts.NAME_CHARACTERS_MAX) {
            throw object.wrong("names of 1 to " + Texts.NAME_CHARACTERS_MAX + " characters");
        }
        if (only.isEmpty() || only.contains(name)) {
            String text = scope.text(value);
            boolean isEmptyText = text == null && scope.strict() && value.present();
            if (text != null || isEmptyText) {
                into.put(prefix + name, text == null ? "" : text);
            }
        }
    }
}
