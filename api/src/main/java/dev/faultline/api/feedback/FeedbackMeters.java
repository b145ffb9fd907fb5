package dev.faultline.api.feedback;

import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import dev.faultline.graph.feedback.Feedback;

/// Counts what people say of rankings, by verdict and by the place that the real cause had.
record FeedbackMeters(MeterRegistry registry) {
    private static final int SHOWN_MAX = 3;
    private static final int LISTED_MAX = 10;

    void count(Feedback feedback) {
        registry.counter("faultline.feedback", "verdict", feedback.verdict().name().toLowerCase(Locale.ROOT), "place",
                place(feedback.actualPlace())).increment();
    }

    /// `1`, `2`, `3`, `4-10`, `later`, `none` where it was not named, `untold` where nobody says what it was.
    static String place(@Nullable Integer place) {
        if (place == null) {
            return "untold";
        }
        if (place == 0) {
            return "none";
        }
        return place <= SHOWN_MAX ? String.valueOf(place) : place <= LISTED_MAX ? "4-10" : "later";
    }
}
