package dev.faultline.rca.term;

import java.util.Locale;
import java.util.Map;

import dev.faultline.rca.scene.SignalView;

/// Says what a signal is at and what is normal for it, with units where these are known.
final class LevelText {
    /// How the metrics that Faultline itself makes of calls are said: what, then unit.
    private static final Map<String, String[]> WORDS = Map.of("latency.mean", new String[]{"mean latency", " ms"}, "errors.rate",
            new String[]{"failed calls", " %"}, "calls.rate", new String[]{"calls", " in a step"});

    private LevelText() {}

    static String of(SignalView view) {
        return of(view.series().metric(), view.value(), view.baseline().level(), "normally", view.z());
    }

    /// @param beside what the second value is, such as `normally`
    static String of(String metric, double value, double normal, String beside, double z) {
        String[] words = WORDS.getOrDefault(metric, new String[]{metric, ""});
        return String.format(Locale.ROOT, "%s %s%s, %s %s%s (z %.1f)", words[0], number(value), words[1], beside, number(normal), words[1],
                z);
    }

    private static String number(double value) {
        return Math.abs(value) >= 1_000 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
