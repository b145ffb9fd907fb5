package dev.faultline.graph.alert;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One page of alerts, those that began last first.
///
/// @param next cursor of the page after it; null on the last
public record AlertPage(List<Alert> alerts, @Nullable String next) {
    public AlertPage {
        alerts = List.copyOf(alerts);
    }

    /// The cursor of the page that begins after an alert.
    public static String cursor(Alert alert) {
        return AlertCursor.after(alert).text();
    }
}
