package dev.faultline.collectors.mapping;

import java.time.DateTimeException;
import java.time.Duration;

import dev.faultline.collectors.json.JsonField;

/// Spans of time as mappings write them, such as `30s`, `5m` or `1h`.
final class Durations {
    private Durations() {}

    /// @param example what the sentence on a wrong one shows
    static Duration parse(JsonField field, Duration max, String example) {
        try {
            Duration duration = Duration.parse("PT" + ValueParser.scalar(field));
            if (duration.isPositive() && duration.compareTo(max) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            throw field.wrong(expectation(max, example));
        }
        throw field.wrong(expectation(max, example));
    }

    private static String expectation(Duration max, String example) {
        return "a time of at most " + max.toHours() + "h such as " + example;
    }
}
