package dev.faultline.collectors.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import dev.faultline.collectors.json.JsonField;

/// Reads values and conditions as a mapping has them: a path, a list of which the first counts, or an object that says more.
final class ValueParser {
    private static final Set<String> KEYS = Set.of("path", "text", "first", "hash", "when", "pattern", "replace", "values", "default",
            "required");
    private static final Set<String> CONDITION_KEYS = Set.of("path", "text", "first", "is", "like", "not");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
    private static final int TEXTS_MAX = 1_000;

    private ValueParser() {}

    static Value value(JsonField field) {
        return value(field, Set.of());
    }

    /// @param more keys that are read elsewhere
    static Value value(JsonField field, Set<String> more) {
        if (field.value().isObject()) {
            Set<String> known = new HashSet<>(KEYS);
            known.addAll(more);
            return refined(field.onlyFields(known), false);
        }
        return simple(field);
    }

    /// A value with a table that has all that there may be.
    static Value closed(JsonField field) {
        Value value = refined(field.onlyFields(KEYS), true);
        Value.Translated table = new Value.Translated(value, table(field.field("values")), true);
        return new Value.Required(value, table.expectation());
    }

    private static Value simple(JsonField field) {
        if (field.value().isArray()) {
            return new Value.First(values(field));
        }
        return new Value.At(DataPath.parse(scalar(field)));
    }

    private static List<Value> values(JsonField list) {
        List<Value> values = list.items(TEXTS_MAX).stream().map(ValueParser::value).toList();
        if (values.isEmpty()) {
            throw list.wrong("at least one value");
        }
        return values;
    }

    private static Value refined(JsonField field, boolean closed) {
        Value value = origin(field);
        if (field.field("pattern").present()) {
            value = new Value.Matching(value, pattern(field.field("pattern"), 0));
        }
        for (Map.Entry<String, JsonField> each : field.field("replace").entries(TEXTS_MAX).entrySet()) {
            value = new Value.Replaced(value, compile(field.field("replace"), each.getKey(), 0),
                    replacement(each.getKey(), each.getValue()));
        }
        if (field.field("values").present()) {
            value = new Value.Translated(value, table(field.field("values")), closed);
        }
        if (field.field("default").present()) {
            value = new Value.First(List.of(value, new Value.Constant(scalar(field.field("default")))));
        }
        if (field.field("when").present()) {
            value = new Value.When(condition(field.field("when")), value);
        }
        return field.field("required").present() ? new Value.Required(value, scalar(field.field("required"))) : value;
    }

    private static Value origin(JsonField field) {
        if (field.field("path").present()) {
            return new Value.At(DataPath.parse(scalar(field.field("path"))));
        }
        if (field.field("text").present()) {
            return template(scalar(field.field("text")));
        }
        if (field.field("first").present()) {
            return new Value.First(values(field.field("first")));
        }
        if (field.field("hash").present()) {
            return new Value.Hash(values(field.field("hash")));
        }
        throw field.wrong("one of path, text, first, hash");
    }

    private static Value template(String text) {
        var parts = new ArrayList<Value>();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            if (places.start() > end) {
                parts.add(new Value.Constant(text.substring(end, places.start())));
            }
            parts.add(new Value.At(DataPath.parse(places.group(1))));
            end = places.end();
        }
        if (end < text.length() || parts.isEmpty()) {
            parts.add(new Value.Constant(text.substring(end)));
        }
        return parts.size() == 1 ? parts.getFirst() : new Value.Joined(List.copyOf(parts));
    }

    /// A table with keys in lower case, in their order.
    private static Map<String, String> table(JsonField field) {
        var table = new LinkedHashMap<String, String>();
        field.entries(TEXTS_MAX).forEach((key, to) -> table.put(key.toLowerCase(Locale.ROOT), scalar(to)));
        return table;
    }

    static Condition condition(JsonField field) {
        if (!field.value().isObject()) {
            return new Condition.Present(simple(field));
        }
        field.onlyFields(CONDITION_KEYS);
        if (field.field("not").present()) {
            return new Condition.Not(condition(field.field("not")));
        }
        Value value = origin(field);
        if (field.field("is").present()) {
            Set<String> texts = field.field("is").items(TEXTS_MAX).stream().map(each -> scalar(each).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
            return new Condition.OneOf(value, texts);
        }
        return field.field("like").present()
                ? new Condition.Like(value, pattern(field.field("like"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                : new Condition.Present(value);
    }

    static Pattern pattern(JsonField field, int flags) {
        return compile(field, scalar(field), flags);
    }

    /// A replacement, tried out: an alternative of nothing before a pattern has the pattern's groups and fits any text.
    private static String replacement(String regex, JsonField field) {
        String replacement = scalar(field);
        try {
            Pattern.compile("|" + regex).matcher("").replaceFirst(replacement);
            return replacement;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw field.wrong("a replacement for what '" + regex + "' matches, in which $1 is its first group, and \\$ is a $ ("
                    + e.getMessage() + ")");
        }
    }

    private static Pattern compile(JsonField field, String regex, int flags) {
        try {
            return Pattern.compile(regex, flags);
        } catch (PatternSyntaxException e) {
            throw field.wrong("a regular expression (" + e.getDescription() + ")");
        }
    }

    /// A text, or a number or flag as it is written.
    static String scalar(JsonField field) {
        if (!field.present() || field.value().isContainer()) {
            throw field.wrong("a text");
        }
        return field.value().isString() ? field.value().stringValue() : field.value().asString();
    }
}
