package dev.faultline.collectors.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.collectors.json.JsonField;

/// How a mapping fills the labels or the annotations of an alert: from whole objects of the message, and name by name, which goes before.
record Texts(List<Spread> spreads, Map<String, Value> named, int charactersMax) {
    static final int TEXTS_MAX = 100;
    static final int NAME_CHARACTERS_MAX = 256;

    /// All texts in a message; values past the limit are cut, visibly.
    Map<String, String> read(Scope scope) {
        var texts = new HashMap<String, String>();
        spreads.forEach(spread -> spread.read(scope, texts));
        named.forEach((name, value) -> {
            String text = value.text(scope);
            if (text != null) {
                texts.put(name, text);
            }
        });
        if (texts.size() > TEXTS_MAX) {
            throw scope.alert().wrong("at most " + TEXTS_MAX + " labels and as many annotations");
        }
        texts.replaceAll((name, text) -> cut(text));
        return texts;
    }

    /// The field that holds most of them, for a sentence about none.
    JsonField field(Scope scope) {
        return spreads.isEmpty() ? scope.alert() : spreads.getFirst().path().in(scope.body(), scope.alert());
    }

    private String cut(String text) {
        return text.length() <= charactersMax ? text : text.substring(0, charactersMax) + "... (cut, " + text.length() + " characters)";
    }
}
