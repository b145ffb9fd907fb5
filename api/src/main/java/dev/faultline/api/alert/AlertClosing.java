package dev.faultline.api.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;

/// Resolves alerts in place of their monitor, whose own word was lost; where it says later that they fire, they fire again.
public final class AlertClosing {
    private AlertClosing() {}

    /// The notices that end those of the alerts that fire.
    ///
    /// @param reason a sentence that is shown among the annotations
    public static List<AlertNotice> notices(List<Alert> alerts, Instant now, String reason) {
        return alerts.stream().filter(alert -> alert.state() == AlertState.FIRING).map(alert -> notice(alert, now, reason)).toList();
    }

    private static AlertNotice notice(Alert alert, Instant now, String reason) {
        Map<String, String> annotations = new HashMap<>(alert.annotations());
        annotations.remove(Alert.FLAPPING);
        annotations.put(Alert.RESOLUTION, reason);
        Instant endsAt = now.isBefore(alert.startsAt()) ? alert.startsAt() : now;
        return new AlertNotice(alert.source(), alert.fingerprint(), AlertState.RESOLVED, alert.startsAt(), endsAt, alert.labels(),
                annotations, now);
    }
}
