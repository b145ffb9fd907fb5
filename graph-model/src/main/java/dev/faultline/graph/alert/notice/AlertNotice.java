package dev.faultline.graph.alert.notice;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// One message about an alert, as a monitor sent it; an alert is what all its notices together say.
///
/// @param source which monitor sent it, such as `alertmanager`
/// @param fingerprint what the monitor identifies the condition by
/// @param startsAt when the condition began, by the monitor's clock; where the monitor does not say, when it held or had ended
/// @param endsAt when it ended; null while it fires
/// @param startKnown whether the monitor says when the condition began, so that the notice belongs to the episode of that start
public record AlertNotice(String source, String fingerprint, AlertState state, Instant startsAt, @Nullable Instant endsAt,
        Map<String, String> labels, Map<String, String> annotations, Instant receivedAt, boolean startKnown) {
    public AlertNotice {
        Required.text("alert fingerprint", fingerprint);
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /// A notice that names the start of its episode.
    public AlertNotice(String source, String fingerprint, AlertState state, Instant startsAt, @Nullable Instant endsAt,
            Map<String, String> labels, Map<String, String> annotations, Instant receivedAt) {
        this(source, fingerprint, state, startsAt, endsAt, labels, annotations, receivedAt, true);
    }

    /// A notice that says no more than that the condition held at an instant, or holds no more.
    ///
    /// @param at not after `receivedAt`, so that senders whose clocks are ahead cannot fire past the end that follows
    public static AlertNotice at(Instant at, String source, String fingerprint, AlertState state, Map<String, String> labels,
            Map<String, String> annotations, Instant receivedAt) {
        Instant then = at.isAfter(receivedAt) ? receivedAt : at;
        return new AlertNotice(source, fingerprint, state, then, state == AlertState.FIRING ? null : then, labels, annotations, receivedAt,
                false);
    }
}
