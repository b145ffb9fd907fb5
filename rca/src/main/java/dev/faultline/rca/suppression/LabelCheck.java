package dev.faultline.rca.suppression;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.suppression.LabelMatcher;

/// A matcher made ready to be asked of many alerts.
///
/// @param pattern what the value has to fit as a whole; null where it has to be the text of the matcher
record LabelCheck(LabelMatcher matcher, @Nullable Pattern pattern) {
    /// What a matcher says of labels.
    enum Answer {
        FITS, DIFFERS,
        /// It was given up: the label neither fits nor is known to differ.
        CUT_SHORT
    }

    static LabelCheck of(LabelMatcher matcher) {
        return new LabelCheck(matcher, matcher.isRegex() ? Pattern.compile(matcher.value()) : null);
    }

    /// Whether the labels are as the matcher asks; a label that is missing counts as empty.
    Answer ask(Map<String, String> labels) {
        String value = labels.getOrDefault(matcher.name(), "");
        boolean named;
        if (pattern == null) {
            named = matcher.value().equals(value);
        } else {
            try {
                named = BoundedText.fits(pattern, value);
            } catch (BoundedText.Exhausted e) {
                return Answer.CUT_SHORT;
            }
        }
        return named == matcher.isEqual() ? Answer.FITS : Answer.DIFFERS;
    }
}
