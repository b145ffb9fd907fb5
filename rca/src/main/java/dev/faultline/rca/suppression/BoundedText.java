package dev.faultline.rca.suppression;

import java.util.regex.Pattern;

/// A text that a regular expression may look at only so often, as some look again and again for ages.
final class BoundedText implements CharSequence {
    /// Longer texts are not looked at.
    static final int CHARACTERS_MAX = 2_000;
    /// So many looks at characters are enough for every expression that does not explode.
    static final int LOOKS_MAX = 200_000;

    private final String text;
    private final int[] looks;

    private BoundedText(String text, int[] looks) {
        this.text = text;
        this.looks = looks;
    }

    /// That a text is too long, or was looked at too often.
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("a regular expression was given up on a text", null, false, false);
        }
    }

    /// Whether all of the text fits the expression.
    ///
    /// @throws Exhausted past the limits
    static boolean fits(Pattern pattern, String text) {
        if (text.length() > CHARACTERS_MAX) {
            throw new Exhausted();
        }
        try {
            return pattern.matcher(new BoundedText(text, new int[1])).matches();
        } catch (StackOverflowError e) {
            throw new Exhausted();
        }
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > LOOKS_MAX) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.substring(start, end), looks);
    }

    @Override
    public String toString() {
        return text;
    }
}
