package dev.faultline.api.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a benchmark's figures go: one line each, `figure value unit`.
public final class Figures {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]*");

    private final PrintWriter out;

    public Figures(PrintWriter out) {
        this.out = out;
    }

    /// Prints one figure.
    ///
    /// @param name without blanks, such as `spans.stored`
    /// @param unit without blanks, such as `spans/s`
    public void print(String name, double value, String unit) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("figure is '" + name + "', expected a name such as spans.stored");
        }
        out.printf(Locale.ROOT, "%s %s %s%n", name, number(value), unit);
        out.flush();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.3f", value);
    }
}
