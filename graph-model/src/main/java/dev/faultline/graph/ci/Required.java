package dev.faultline.graph.ci;

/// Checks that a record's compact constructor shares.
public final class Required {
    private Required() {}

    /// Returns the text, or fails with a sentence that names what was blank.
    public static String text(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " is blank, expected a text");
        }
        return value;
    }
}
