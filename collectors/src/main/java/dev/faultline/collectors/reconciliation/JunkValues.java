package dev.faultline.collectors.reconciliation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.faultline.graph.type.ValueType;

/// Knows values that stand for "nobody filled this in" and therefore identify nothing.
final class JunkValues {
    private static final Set<String> PLACEHOLDERS = Set.of("default string", "to be filled by o.e.m.", "to be filled by oem", "o.e.m.",
            "oem", "none", "(none)", "null", "nil", "n/a", "na", "not applicable", "not available", "not specified", "not present",
            "unspecified", "unknown", "undefined", "invalid", "empty", "system serial number", "system product name",
            "chassis serial number", "serial number", "base board serial number", "asset tag", "no asset tag", "no asset information",
            "123456789", "1234567890", "0123456789", "localhost", "localhost.localdomain", "default", "test", "-", "--", ".");
    /// One character alone, repeated, with or without separators: zeros, `FFFF-FFFF`, `xxxxxxx`, `00:00:00:00:00:00`.
    private static final Pattern ONE_CHARACTER = Pattern.compile("([0fFxX.*?_-])(?:[ :.-]*\\1)*");
    private static final Pattern UNROUTED = Pattern.compile("127\\..*|0\\.0\\.0\\.0|255\\.255\\.255\\.255|::|::1|169\\.254\\..*|fe80:.*");

    private JunkValues() {}

    /// Whether the value of an attribute of that type tells no CI from another.
    static boolean isJunk(ValueType type, Object value) {
        return switch (value) {
            case String text -> isJunk(text) || (type == ValueType.IP_ADDRESS && UNROUTED.matcher(text).matches());
            case Long number -> number == 0;
            case Double number -> number == 0;
            default -> false;
        };
    }

    private static boolean isJunk(String text) {
        var stripped = text.strip();
        return stripped.isEmpty() || PLACEHOLDERS.contains(stripped.toLowerCase(Locale.ROOT)) || ONE_CHARACTER.matcher(stripped).matches();
    }
}
