package dev.faultline.collectors.prometheus.client;

import java.util.Locale;

/// Why evidence of the store is missing.
public enum StoreTrouble {
    /// It does not answer at all.
    UNAVAILABLE,
    /// It refuses a query, or answers what is no answer.
    REFUSED,
    /// It was not done within the time that a ranking waits, or that a query may take.
    LATE,
    /// There was more than a limit allows.
    CUT;

    /// How a ranking and the metrics name it.
    public String word() {
        return "metrics-" + name().toLowerCase(Locale.ROOT);
    }
}
