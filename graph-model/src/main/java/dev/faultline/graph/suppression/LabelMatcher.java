package dev.faultline.graph.suppression;

import java.util.regex.PatternSyntaxException;

import dev.faultline.graph.ci.Required;

/// A condition on one label of an alert, as Alertmanager has them; a label that is missing counts as empty.
///
/// @param value the text that the label has to have, or a regular expression that all of it has to fit
/// @param isEqual whether it has to, rather than must not
public record LabelMatcher(String name, String value, boolean isRegex, boolean isEqual) {
    public LabelMatcher {
        Required.text("matcher name", name);
        if (isRegex) {
            requirePattern(value);
        }
    }

    private static void requirePattern(String value) {
        try {
            java.util.regex.Pattern.compile(value);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'" + value + "' is no regular expression: " + e.getDescription(), e);
        }
    }

    /// As Alertmanager writes it, such as `service=~"web.*"`.
    @Override
    public String toString() {
        return name + (isRegex ? isEqual ? "=~" : "!~" : isEqual ? "=" : "!=") + '"' + value + '"';
    }
}
