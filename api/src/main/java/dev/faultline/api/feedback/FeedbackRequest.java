package dev.faultline.api.feedback;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.feedback.Verdict;

/// What a person sends about a ranking.
///
/// @param ciId the cause that is judged; null for the one that the ranking named first
/// @param actualCiId what it really was, as a CI
/// @param actual the same in words
/// @param rankingVersion null for the latest
record FeedbackRequest(Verdict verdict, @Nullable String ciId, @Nullable String actualCiId, @Nullable String actual, String by,
        String reason, @Nullable Integer rankingVersion) {
    private static final Set<String> FIELDS = Set.of("verdict", "ciId", "actualCiId", "actual", "by", "reason", "rankingVersion");
    private static final int ID_CHARACTERS_MAX = 500;
    private static final int NAME_CHARACTERS_MAX = 200;
    private static final int WORDS_CHARACTERS_MAX = 2_000;

    /// @throws Rejection with a sentence for the first field that is wrong
    static FeedbackRequest parse(byte[] body) {
        try {
            JsonField document = JsonField.document(body).onlyFields(FIELDS);
            Verdict verdict = document.field("verdict").optionalChoice(Verdict.class);
            if (verdict == null) {
                throw document.field("verdict").wrong("CONFIRMED or WRONG");
            }
            String actualCiId = text(document.field("actualCiId"), ID_CHARACTERS_MAX);
            String actual = text(document.field("actual"), WORDS_CHARACTERS_MAX);
            if (verdict == Verdict.CONFIRMED && (actualCiId != null || actual != null)) {
                throw document.field(actualCiId == null ? "actual" : "actualCiId").wrong("nothing beside the verdict CONFIRMED");
            }
            return new FeedbackRequest(verdict, text(document.field("ciId"), ID_CHARACTERS_MAX), actualCiId, actual,
                    document.field("by").text(NAME_CHARACTERS_MAX).strip(),
                    Objects.requireNonNullElse(text(document.field("reason"), WORDS_CHARACTERS_MAX), ""),
                    version(document.field("rankingVersion")));
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String text(JsonField field, int charactersMax) {
        String text = field.optionalText(charactersMax);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Integer version(JsonField field) {
        if (!field.present()) {
            return null;
        }
        if (!field.value().isInt() || field.value().intValue() < 1) {
            throw field.wrong("a whole number of 1 or more");
        }
        return field.value().intValue();
    }
}
