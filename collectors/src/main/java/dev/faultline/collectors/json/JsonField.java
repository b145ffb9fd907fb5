package dev.faultline.collectors.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// One value of a JSON document with its path, read strictly: what does not fit fails with a sentence that names the path.
public final class JsonField {

    private static final ObjectReader READER = JsonMapper.builder().build().reader();

    /// How much of a wrong value a sentence quotes.
    private static final int QUOTED_CHARACTERS_MAX = 60;

    private static final int NO_INDEX = -1;

    private final @Nullable JsonField parent;
    private final String name;
    private final int index;
    private final JsonNode value;

    /// A value with its name, or with its index in a list.
    private JsonField(@Nullable JsonField parent, String name, int index, JsonNode value) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.value = value;
    }

    /// The root of a document, which has to be an object.
    public static JsonField document(byte[] body) {
        JsonField root = any(body, "one JSON object");
        if (!root.value.isObject()) {
            throw root.wrong("one JSON object");
        }
        return root;
    }

    /// The root of a document of any kind.
    ///
    /// @param expected what the sentence says where it is no JSON
    public static JsonField any(byte[] body, String expected) {
        try {
            return of(READER.readTree(body));
        } catch (JacksonException e) {
            throw new InvalidInputException("body is no JSON: " + firstLine(e) + "; expected " + expected);
        }
    }

    /// The root of a document that was read already.
    public static JsonField of(JsonNode root) {
        return new JsonField(null, "", NO_INDEX, root);
    }

    public JsonNode value() {
        return value;
    }

    /// Where the value is, such as `alerts[3].startsAt`; empty at the root. It is put together only where it is asked for.
    public String path() {
        if (parent == null) {
            return name;
        }
        String path = parent.path();
        if (index != NO_INDEX) {
            return path + "[" + index + "]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /// A field of this object; it may be missing.
    public JsonField field(String name) {
        return new JsonField(this, name, NO_INDEX, value.path(name));
    }

    /// A field of this object, or an item of this list by its number; it may be missing.
    public JsonField step(String nameOrNumber) {
        if (value.isArray() && nameOrNumber.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(nameOrNumber);
            return new JsonField(this, "", number, value.path(number));
        }
        return field(nameOrNumber);
    }

    /// Another value in the place of this one.
    public JsonField as(JsonNode other) {
        return new JsonField(parent, name, index, other);
    }

    /// What the text of this field holds as JSON of its own.
    public JsonField parsed() {
        try {
            return new JsonField(parent, name, index, READER.readTree(text(Integer.MAX_VALUE)));
        } catch (JacksonException e) {
            throw wrong("JSON in a text");
        }
    }

    /// Whether the value is there and not null.
    public boolean present() {
        return !value.isMissingNode() && !value.isNull();
    }

    /// A text that is there and not blank.
    public String text(int charactersMax) {
        String text = optionalText(charactersMax);
        if (text == null || text.isBlank()) {
            throw wrong("a text");
        }
        return text;
    }

    /// A text, or null where there is none.
    public @Nullable String optionalText(int charactersMax) {
        if (!present()) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > charactersMax) {
            throw wrong("a text of at most " + charactersMax + " characters");
        }
        return value.stringValue();
    }

    /// A time, such as `2026-03-02T09:30:00Z` or with an offset.
    public Instant time() {
        Instant time = optionalTime();
        if (time == null) {
            throw wrong("a time such as 2026-03-02T09:30:00Z");
        }
        return time;
    }

    /// A time, or null where there is none.
    public @Nullable Instant optionalTime() {
        if (!present()) {
            return null;
        }
        try {
            if (value.isString()) {
                return Instant.parse(value.stringValue());
            }
        } catch (DateTimeException e) {
            throw wrong("a time such as 2026-03-02T09:30:00Z");
        }
        throw wrong("a time such as 2026-03-02T09:30:00Z");
    }

    /// The time that this field holds, where it is in reach of the given instant.
    public Instant inReach(Instant time, Instant now, Duration ageMax, Duration aheadMax) {
        if (time.isBefore(now.minus(ageMax)) || time.isAfter(now.plus(aheadMax))) {
            throw wrong("a time at most " + ageMax.toDays() + " days before and " + aheadMax.toMinutes() + " minutes after now, " + now);
        }
        return time;
    }

    /// One of an enum's constants, in any case; null where there is none.
    public <E extends Enum<E>> @Nullable E optionalChoice(Class<E> choices) {
        if (!present()) {
            return null;
        }
        String name = value.isString() ? value.stringValue().toUpperCase(Locale.ROOT).replace('-', '_') : "";
        return Stream.of(choices.getEnumConstants()).filter(choice -> choice.name().equals(name)).findFirst()
                .orElseThrow(
                        () -> wrong("one of " + Stream.of(choices.getEnumConstants()).map(Enum::name)
                                .collect(Collectors.joining(", "))));
    }

    /// The elements of a list; none where it is missing.
    public List<JsonField> items(int itemsMax) {
        if (!present()) {
            return List.of();
        }
        if (!value.isArray() || value.size() > itemsMax) {
            throw wrong("a list of at most " + itemsMax + " items");
        }
        var items = new ArrayList<JsonField>(value.size());
        for (int i = 0; i < value.size(); i++) {
            items.add(new JsonField(this, "", i, value.get(i)));
        }
        return items;
    }

    /// The texts of a list; none where it is missing.
    public List<String> texts(int itemsMax, int charactersMax) {
        return items(itemsMax).stream().map(item -> item.text(charactersMax)).toList();
    }

    /// The values of an object by their names, in their order; none where it is missing.
    public Map<String, JsonField> entries(int entriesMax) {
        if (!present()) {
            return Map.of();
        }
        if (!value.isObject() || value.size() > entriesMax) {
            throw wrong("an object of at most " + entriesMax + " fields");
        }
        var entries = new LinkedHashMap<String, JsonField>();
        value.properties().forEach(entry -> entries.put(entry.getKey(), new JsonField(this, entry.getKey(), NO_INDEX, entry.getValue())));
        return entries;
    }

    /// Fails where this object has a field of another name.
    public JsonField onlyFields(Set<String> names) {
        if (!value.isObject()) {
            throw wrong("an object");
        }
        value.propertyNames().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw field(shortened(name)).wrong("no such field, only " + names.stream().sorted().collect(Collectors.joining(", ")));
        });
        return this;
    }

    /// The failure that says what this value is and what is expected instead.
    public InvalidInputException wrong(String expected) {
        String what = present() ? "is " + quoted(value) : "is missing";
        String path = path();
        return new InvalidInputException((path.isEmpty() ? "body" : path) + " " + what + ", expected " + expected);
    }

    private static String quoted(JsonNode value) {
        if (value.isArray()) {
            return "a list of " + value.size();
        }
        return value.isObject() ? "an object of " + value.size() + " fields" : shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= QUOTED_CHARACTERS_MAX
                ? text
                : text.substring(0, QUOTED_CHARACTERS_MAX) + "... (" + text.length() + " characters)";
    }

    private static String firstLine(JacksonException e) {
        return shortened(e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
    }
}
