package dev.faultline.api.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How the text of a setting becomes a value.
///
/// @param expectation what a valid value is, for the sentence about an invalid one
/// @param parser fails with an [IllegalArgumentException] on what is not a value of the kind
public record ValueKind<T>(String expectation, Function<String, T> parser) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KiB|MiB|GiB)");

    /// Any text that is not blank.
    static ValueKind<String> text() {
        return new ValueKind<>("a text", text -> require(!text.isBlank(), text));
    }

    /// A text, or nothing.
    static ValueKind<Optional<String>> optionalText() {
        return new ValueKind<>("a text", text -> Optional.of(text).filter(value -> !value.isBlank()));
    }

    /// Where browsers reach the server, or nothing.
    static ValueKind<Optional<PublicUrl>> publicUrl() {
        return new ValueKind<>("an address such as https://faultline.example.com, without a path",
                text -> Optional.of(text).filter(value -> !value.isBlank()).map(PublicUrl::parse));
    }

    /// An address that is sent to, or nothing.
    static ValueKind<Optional<URI>> optionalAddress() {
        return new ValueKind<>("an address such as http://host:9093",
                text -> Optional.of(text).filter(value -> !value.isBlank()).map(ValueKind::parseAddress));
    }

    private static URI parseAddress(String text) {
        URI address = URI.create(text);
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        return require(web && address.getHost() != null && address.getUserInfo() == null, address);
    }

    /// Texts separated by commas, or none.
    static ValueKind<List<String>> texts() {
        return new ValueKind<>("texts separated by commas",
                text -> Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList());
    }

    /// A whole number within bounds, both included.
    static ValueKind<Integer> integer(int min, int max) {
        return new ValueKind<>("a whole number from " + min + " to " + max, text -> {
            int value = Integer.parseInt(text);
            return require(value >= min && value <= max, value);
        });
    }

    /// A number within bounds, both included.
    static ValueKind<Double> number(double min, double max) {
        return new ValueKind<>("a number from " + min + " to " + max, text -> {
            double value = Double.parseDouble(text);
            return require(value >= min && value <= max, value);
        });
    }

    /// `true` or `false`.
    static ValueKind<Boolean> flag() {
        return new ValueKind<>("true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /// A path of this machine; a leading `~` is the home directory.
    static ValueKind<Path> path() {
        return new ValueKind<>("a path", ValueKind::parsePath);
    }

    /// A span of time between bounds, such as `500ms`, `30s`, `5m`, `2h` or `7d`.
    static ValueKind<Duration> duration(Duration min, Duration max) {
        return new ValueKind<>("a time from " + show(min) + " to " + show(max) + " such as 500ms, 30s, 5m, 2h or 7d", text -> {
            Duration value = parseDuration(text);
            return require(value.compareTo(min) >= 0 && value.compareTo(max) <= 0, value);
        });
    }

    /// A number of bytes up to a bound, such as `64KiB`, `16MiB` or `1GiB`.
    static ValueKind<Long> sizeBytes(long maxBytes) {
        return new ValueKind<>("a size up to " + maxBytes / 1024 / 1024 + "MiB such as 64KiB or 16MiB", text -> {
            long value = parseSize(text);
            return require(value > 0 && value <= maxBytes, value);
        });
    }

    /// One of an enum's names, in lower case.
    static <E extends Enum<E>> ValueKind<E> oneOf(Class<E> names) {
        String expected = Arrays.stream(names.getEnumConstants()).map(name -> name.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new ValueKind<>("one of " + expected, text -> Enum.valueOf(names, text.toUpperCase(Locale.ROOT)));
    }

    private static Path parsePath(String text) {
        require(!text.isBlank(), text);
        try {
            return text.equals("~") || text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(1)) : Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Duration parseDuration(String text) {
        Matcher matcher = match(DURATION, text);
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static long parseSize(String text) {
        Matcher matcher = match(SIZE, text);
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "B" -> amount;
            case "KiB" -> amount << 10;
            case "MiB" -> amount << 20;
            default -> amount << 30;
        };
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return matcher;
    }

    private static <V> V require(boolean valid, V value) {
        if (!valid) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }

    private static String show(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
