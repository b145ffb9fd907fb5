package dev.faultline.collectors.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;

/// How a mapping fills the labels or the annotations of an alert: from whole objects of the message, and name by name, which goes before.
///
/// @param essential whether those of a strict mapping are refused where they are too many or odd; else they are cut, visibly
record Texts(List<Spread> spreads, Map<String, Value> named, int charactersMax, boolean essential) {
    static final int TEXTS_MAX = 100;
    static final int NAME_CHARACTERS_MAX = 256;

    /// All texts in a message; what is past the limits is cut, visibly.
    Map<String, String> read(Scope scope) {
        boolean cut = !(essential && scope.strict());
        var found = new LinkedHashMap<String, String>();
        spreads.forEach(spread -> read(spread, scope, cut, found));
        var texts = new HashMap<String, String>();
        named.forEach((name, value) -> {
            String text = value.text(scope);
            if (text != null) {
                texts.put(name, text);
                found.remove(name);
            }
        });
        int room = Math.max(0, TEXTS_MAX - texts.size());
        if (found.size() > room) {
            InvalidInputException many = field(scope).wrong("at most " + TEXTS_MAX + (essential ? " labels" : " annotations"));
            if (!cut) {
                throw many;
            }
            scope.remark(many.getMessage() + ": " + (found.size() - room) + " were left out");
        }
        found.entrySet().stream().limit(room).forEach(each -> texts.put(each.getKey(), each.getValue()));
        texts.replaceAll((name, text) -> cut(text));
        return texts;
    }

    private static void read(Spread spread, Scope scope, boolean cut, Map<String, String> into) {
        try {
            spread.read(scope, cut, into);
        } catch (InvalidInputException e) {
            if (!cut) {
                throw e;
            }
            scope.remark(e.getMessage() + ": left out");
        }
    }

    /// The field that holds most of them, for a sentence about none.
    JsonField field(Scope scope) {
        return spreads.isEmpty() ? scope.alert() : spreads.getFirst().path().in(scope.body(), scope.alert());
    }

    private String cut(String text) {
        return text.length() <= charactersMax ? text : text.substring(0, charactersMax) + "... (cut, " + text.length() + " characters)";
    }
}
