package dev.faultline.graph.alert;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.ci.Required;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// One condition on one CI or call edge, from firing to resolved.
///
/// @param key identity: source and fingerprint; a condition that fires again later is the same alert with a later `startsAt`
/// @param name what the monitor calls the condition
/// @param resolvedAt null while it fires
/// @param lastSeenAt when the last notice of it came
/// @param repeats how many further notices said the same
/// @param subject what it is about; null while no CI or call edge matches its labels
public record Alert(String key, String source, String fingerprint, String name, AlertState state, Severity severity, Signal signal,
        Instant startsAt, @Nullable Instant resolvedAt, Instant lastSeenAt, long repeats, Map<String, String> labels,
        Map<String, String> annotations, @Nullable Subject subject) {

    /// The name of the alerts by which Faultline itself tells of incidents; where they come back to it, they are none of anything's.
    public static final String OWN_NAME = "FaultlineIncident";

    /// The label that holds an alert's name.
    public static final String NAME_LABEL = "alertname";

    /// The annotation that names the group in which the monitor sent the alert, where it forms groups.
    public static final String GROUP = "groupKey";

    /// The annotation that says why an alert was resolved that its monitor did not resolve.
    public static final String RESOLUTION = "resolution";

    /// The annotation that says what was cut or left out of the alert as it came in.
    public static final String INTAKE = "intake";

    /// The annotation that says how often it began of late, where that was so often that it flaps.
    public static final String FLAPPING = "flapping";

    public Alert {
        Required.text("alert key", key);
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
