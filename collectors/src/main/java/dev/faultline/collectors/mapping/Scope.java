package dev.faultline.collectors.mapping;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.JsonField;

/// What a mapping reads from at one time: a message, one alert of it, and how its values are taken.
///
/// @param missing texts that stand for no value, such as a macro that the monitor left as it was; null where there are none
/// @param strict whether values have to be texts; else numbers and the like are taken as they are written
/// @param remarks what was cut or left out so far, to be told with the alert
record Scope(JsonField body, JsonField alert, @Nullable Pattern missing, boolean strict, List<String> remarks) {
    private static final int REMARKS_MAX = 10;

    /// Keeps a word on what was cut or left out; past a few there is no need of more.
    void remark(String sentence) {
        if (remarks.size() < REMARKS_MAX) {
            remarks.add(sentence);
        }
    }

    /// The text of a field; null where it is not there, empty, or stands for nothing.
    @Nullable
    String text(JsonField field) {
        if (!field.present()) {
            return null;
        }
        if (field.value().isContainer()) {
            return field.value().isEmpty() ? null : of(field, field.value().toString());
        }
        return of(field, field.value().isString() ? field.value().stringValue() : field.value().asString());
    }

    private @Nullable String of(JsonField field, String text) {
        if (strict && !field.value().isString()) {
            throw field.wrong("a text");
        }
        return text.isBlank() || (missing != null && missing.matcher(text).matches()) ? null : text;
    }
}
