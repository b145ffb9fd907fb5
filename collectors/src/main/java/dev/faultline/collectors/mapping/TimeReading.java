package dev.faultline.collectors.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.JsonField;

/// How a mapping reads one time of an alert.
///
/// Without a format a time is ISO 8601, also with a space for the `T`, or a number since 1970 in seconds, milliseconds, microseconds or
/// nanoseconds, told apart by their size.
///
/// @param format what the sender writes, in the letters of Java's DateTimeFormatter; null for what is said above
/// @param zone of times that name none
/// @param required what the sentence says that is expected where there is no time; null where there may be none
record TimeReading(Value value, @Nullable Format format, ZoneId zone, @Nullable String required) {

    /// A format as the mapping writes it.
    record Format(String written, DateTimeFormatter reader) {}

    /// How long a condition may have held already.
    static final Duration AGE_MAX = Duration.ofDays(3_650);

    /// How far the sender's clock may be ahead; what lies further ahead is taken for a wrong clock or zone, and for the time of receipt.
    static final Duration AHEAD_MAX = Duration.ofHours(1);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}(\\.[0-9]{1,9})?");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /// Seconds since 1970 stay below this for thousands of years.
    private static final BigDecimal SECONDS_MAX = BigDecimal.valueOf(100_000_000_000L);
    private static final int NANO_DIGITS = 9;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).appendPattern("['T'][' ']").append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendPattern("[' ']").appendPattern("[XXX][XX][X]").optionalEnd().toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /// The time in a message, which has to be in reach of the present; null where there is none, such as Go's zero time, and with a
    /// remark where it is too far ahead to be true.
    @Nullable
    Instant read(Scope scope, Instant now) {
        return credible(scope, written(scope, now), now);
    }

    private @Nullable Instant credible(Scope scope, @Nullable Instant time, Instant now) {
        if (time == null || !time.isAfter(now.plus(AHEAD_MAX))) {
            return time;
        }
        JsonField field = value.field(scope);
        String expected = "a time at most " + AHEAD_MAX.toMinutes() + " minutes after now: it was taken for " + now;
        scope.remark(String.valueOf(field.wrong(expected).getMessage()));
        return null;
    }

    private @Nullable Instant written(Scope scope, Instant now) {
        String text = value.text(scope);
        JsonField field = value.field(scope);
        Instant time = text == null ? null : parse(text.strip(), field);
        if (time != null && !time.isBefore(Instant.EPOCH)) {
            if (Duration.between(time, now).abs().compareTo(AGE_MAX) > 0) {
                throw field.wrong("a time at most " + AGE_MAX.toDays() + " days from now, " + now);
            }
            return time;
        }
        if (required != null) {
            throw field.wrong(required);
        }
        return null;
    }

    /// The same for a time without which there is no notice: null only where it is too far ahead to be true.
    @Nullable
    Instant readAlways(Scope scope, Instant now) {
        Instant time = written(scope, now);
        if (time == null) {
            throw value.field(scope).wrong(expectation());
        }
        return credible(scope, time, now);
    }

    private Instant parse(String text, JsonField field) {
        try {
            if (format == null && text.endsWith("Z") && text.indexOf('T') > 0) {
                return Instant.parse(text);
            }
            if (format == null && NUMBER.matcher(text).matches()) {
                return ofNumber(new BigDecimal(text));
            }
            TemporalAccessor parsed = (format == null ? ISO : format.reader()).parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime time ? time.toInstant() : LocalDateTime.from(parsed).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw field.wrong(expectation());
        }
    }

    private static Instant ofNumber(BigDecimal number) {
        BigDecimal seconds = number;
        while (seconds.compareTo(SECONDS_MAX) >= 0) {
            seconds = seconds.divide(THOUSAND);
        }
        return Instant.EPOCH.plusSeconds(seconds.longValue())
                .plusNanos(seconds.remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS).longValue());
    }

    /// What the sender should have written.
    String expectation() {
        return format == null ? "a time such as 2026-03-02T09:30:00Z" : "a time of the mapping's format " + format.written();
    }
}
