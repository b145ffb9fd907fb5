package dev.faultline.rca.term;

/// Counts in words.
public final class Counts {
    private Counts() {}

    /// Returns `1 alert` or `3 alerts`.
    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
