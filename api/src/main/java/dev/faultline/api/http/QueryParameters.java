package dev.faultline.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// The query parameters of a request, read strictly: what does not fit is refused with a sentence that names it.
public final class QueryParameters {
    private static final int CHARACTERS_MAX = 2_000;

    /// Years of four digits, as ISO 8601 has them.
    private static final Instant TIME_MIN = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant TIME_END = Instant.parse("+10000-01-01T00:00:00Z");

    private final Context context;

    private QueryParameters(Context context) {
        this.context = context;
    }

    /// The parameters of a request that may have these and no others.
    public static QueryParameters of(Context context, Set<String> known) {
        context.queryParamMap().keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Rejection.badRequest("parameter '" + name + "' is unknown, expected one of " + String.join(", ", new TreeSet<>(known)));
        });
        return new QueryParameters(context);
    }

    /// Refuses the parameters that say nothing beside another one that is given.
    public void refuseBeside(String given, Set<String> others) {
        others.stream().sorted().filter(context.queryParamMap()::containsKey).findFirst().ifPresent(name -> {
            throw Rejection.badRequest("parameter '" + name + "' is given beside '" + given + "', expected one of the two");
        });
    }

    /// A text, or null where it is missing or empty.
    public @Nullable String text(String name) {
        String value = context.queryParam(name);
        if (value != null && value.length() > CHARACTERS_MAX) {
            throw Rejection.badRequest(name + " has " + value.length() + " characters, expected at most " + CHARACTERS_MAX);
        }
        return value == null || value.isEmpty() ? null : value;
    }

    /// A time, or null where it is missing.
    public @Nullable Instant time(String name) {
        String value = text(name);
        try {
            Instant time = value == null ? null : Instant.parse(value);
            if (time == null || (!time.isBefore(TIME_MIN) && time.isBefore(TIME_END))) {
                return time;
            }
        } catch (DateTimeException e) {
            // told below, as a time out of bounds is
        }
        throw Rejection.badRequest(name + " is '" + value + "', expected a time such as 2026-03-02T09:30:00Z");
    }

    /// A whole number within bounds.
    public int number(String name, int fallback, int min, int max) {
        String value = text(name);
        try {
            int number = value == null ? fallback : Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of bounds is
        }
        throw Rejection.badRequest(name + " is '" + value + "', expected a whole number from " + min + " to " + max);
    }

    /// Yes or no; no where it is missing.
    public boolean flag(String name) {
        String value = text(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Rejection.badRequest(name + " is '" + value + "', expected true or false");
        }
        return "true".equals(value);
    }

    /// One of an enum's constants in any case, or null where it is missing.
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        return Stream.of(choices.getEnumConstants()).filter(choice -> choice.name().equalsIgnoreCase(value)).findFirst()
                .orElseThrow(
                        () -> Rejection.badRequest(name + " is '" + value + "', expected one of " + Stream.of(choices.getEnumConstants())
                                .map(Enum::name).collect(Collectors.joining(", "))));
    }
}
