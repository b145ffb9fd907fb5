package dev.faultline.api.suppression;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.suppression.LabelMatcher;
import dev.faultline.graph.suppression.Suppression;
import dev.faultline.graph.suppression.SuppressionKind;
import dev.faultline.graph.suppression.SuppressionScope;
import dev.faultline.rca.suppression.SuppressedAlerts;

/// What a person sends to have alerts not count for a while.
///
/// @param from now where it is not told
record SuppressionRequest(SuppressionScope scope, Instant from, Instant until, String by, String reason) {
    static final int MATCHERS_MAX = 20;
    static final int CIS_MAX = 500;
    /// How far ahead one may be said.
    static final Duration AHEAD_MAX = Duration.ofDays(366);
    private static final Set<String> FIELDS = Set.of("from", "until", "by", "reason");
    private static final int NAME_CHARACTERS_MAX = 200;
    private static final int TEXT_CHARACTERS_MAX = 500;
    private static final int WORDS_CHARACTERS_MAX = 2_000;

    /// @throws Rejection with a sentence for the first field that is wrong
    static SuppressionRequest parse(SuppressionKind kind, byte[] body, Instant now) {
        try {
            JsonField document = JsonField.document(body);
            SuppressionScope scope = switch (kind) {
                case SILENCE -> labels(document.onlyFields(with("matchers")));
                case MAINTENANCE -> cis(document.onlyFields(with("ciIds", "deploymentId")));
            };
            Instant from = from(document.field("from"), now);
            return new SuppressionRequest(scope, from, until(document.field("until"), from, now),
                    document.field("by").text(NAME_CHARACTERS_MAX).strip(), document.field("reason").text(WORDS_CHARACTERS_MAX).strip());
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Set<String> with(String... more) {
        Set<String> fields = new TreeSet<>(FIELDS);
        fields.addAll(List.of(more));
        return fields;
    }

    private static Instant from(JsonField field, Instant now) {
        Instant from = Objects.requireNonNullElse(field.optionalTime(), now);
        if (from.isBefore(now.minus(Suppression.LENGTH_MAX)) || from.isAfter(now.plus(AHEAD_MAX))) {
            throw field.wrong("a time at most " + Suppression.LENGTH_MAX.toDays() + " days before and " + AHEAD_MAX.toDays()
                    + " days after now, " + now);
        }
        return from.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant until(JsonField field, Instant from, Instant now) {
        Instant until = field.time();
        if (!until.isAfter(from)) {
            throw field.wrong("a time after from " + from);
        }
        if (!until.isAfter(now)) {
            throw field.wrong("a time after now, " + now);
        }
        if (until.isAfter(from.plus(Suppression.LENGTH_MAX))) {
            throw field.wrong("a time at most " + Suppression.LENGTH_MAX.toDays() + " days after from " + from);
        }
        return until.plusMillis(1).minusNanos(1).truncatedTo(ChronoUnit.MILLIS);
    }

    private static SuppressionScope labels(JsonField document) {
        JsonField field = document.field("matchers");
        List<LabelMatcher> matchers = field.items(MATCHERS_MAX).stream().map(SuppressionRequest::matcher).toList();
        if (matchers.isEmpty() || SuppressedAlerts.fitsUnlabelled(matchers)) {
            throw field.wrong("one matcher at least, and one of them that no empty label fits");
        }
        return new SuppressionScope.OfLabels(matchers);
    }

    private static LabelMatcher matcher(JsonField item) {
        item.onlyFields(Set.of("name", "value", "isRegex", "isEqual"));
        String value = item.field("value").optionalText(TEXT_CHARACTERS_MAX);
        if (value == null) {
            throw item.field("value").wrong("a text, which may be empty");
        }
        try {
            return new LabelMatcher(item.field("name").text(NAME_CHARACTERS_MAX), value, flag(item.field("isRegex"), false),
                    flag(item.field("isEqual"), true));
        } catch (IllegalArgumentException e) {
            throw item.field("value").wrong("a regular expression, as isRegex is true");
        }
    }

    private static boolean flag(JsonField field, boolean otherwise) {
        if (field.present() && !field.value().isBoolean()) {
            throw field.wrong("true or false");
        }
        return field.present() ? field.value().booleanValue() : otherwise;
    }

    private static SuppressionScope cis(JsonField document) {
        List<String> ciIds = document.field("ciIds").texts(CIS_MAX, TEXT_CHARACTERS_MAX).stream().distinct().toList();
        if (ciIds.isEmpty()) {
            throw document.field("ciIds").wrong("the id of one CI at least");
        }
        return new SuppressionScope.OfCis(ciIds, document.field("deploymentId").optionalText(TEXT_CHARACTERS_MAX));
    }

    Suppression toSuppression(String id, Instant now) {
        return new Suppression(id, scope, from, until, by, reason, now, null);
    }

    /// Who ends one before its time, and why.
    ///
    /// @throws Rejection with a sentence for the first field that is wrong
    static Suppression.End end(byte[] body, Instant now) {
        try {
            JsonField document = JsonField.document(body).onlyFields(Set.of("by", "reason"));
            String reason = document.field("reason").optionalText(WORDS_CHARACTERS_MAX);
            return new Suppression.End(now, document.field("by").text(NAME_CHARACTERS_MAX).strip(), reason == null ? "" : reason.strip());
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
