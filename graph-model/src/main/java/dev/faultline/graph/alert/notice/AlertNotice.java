package dev.faultline.graph.alert.notice;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// One message about an alert, as a monitor sent it; an alert is what all its notices together say.
///
/// @param source which monitor sent it, such as `alertmanager`
/// @param fingerprint what the monitor identifies the condition by
/// @param startsAt when the condition began, by the monitor's clock
/// @param endsAt when it ended; null while it fires
public record AlertNotice(String source, String fingerprint, AlertState state, Instant startsAt, @Nullable Instant endsAt,
        Map<String, String> labels, Map<String, String> annotations, Instant receivedAt) {
    public AlertNotice {
        Required.text("alert fingerprint", fingerprint);
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
