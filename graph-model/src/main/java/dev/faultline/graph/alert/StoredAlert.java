package dev.faultline.graph.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.alert.notice.AlertEpisode;
import dev.faultline.graph.alert.notice.AlertNotices;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.alert.notice.Flapping;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// An alert as its node keeps it: what its notices said, what that means, and what it is about.
record StoredAlert(AlertNotices notices, String name, Severity severity, Signal signal, @Nullable Subject subject) {

    /// The alert that notices amount to; one of which only a bare end is known is named by what identifies it.
    static StoredAlert of(AlertNotices notices, AlertMeaning meaning, @Nullable Subject subject) {
        String name = notices.word().labels().isEmpty() ? notices.fingerprint() : meaning.name();
        return new StoredAlert(notices, name, meaning.severity(), meaning.signal(), subject);
    }

    StoredAlert with(AlertNotices newNotices) {
        return new StoredAlert(newNotices, name, severity, signal, subject);
    }

    StoredAlert with(@Nullable Subject newSubject) {
        return new StoredAlert(notices, name, severity, signal, newSubject);
    }

    /// The alert as it is now.
    Alert toAlert() {
        return toAlert(notices.current().startsAt(), notices.current().resolvedAt());
    }

    /// The alert as it was at an instant at which it fired; null where it did not fire then.
    @Nullable
    Alert firingAt(Instant instant) {
        for (int i = notices.episodes().size() - 1; i >= 0; i--) {
            AlertEpisode episode = notices.episodes().get(i);
            if (!episode.startsAt().isAfter(instant)) {
                Instant resolvedAt = episode.resolvedAt();
                boolean firing = resolvedAt == null || resolvedAt.isAfter(instant);
                return firing ? toAlert(episode.startsAt(), null) : null;
            }
        }
        return null;
    }

    private Alert toAlert(Instant startsAt, @Nullable Instant resolvedAt) {
        return new Alert(notices.key(), notices.source(), notices.fingerprint(), name,
                resolvedAt == null ? AlertState.FIRING : AlertState.RESOLVED, severity, signal, startsAt, resolvedAt, notices.lastSeenAt(),
                notices.repeats(), notices.word().labels(), annotations(startsAt), subject);
    }

    private Map<String, String> annotations(Instant startsAt) {
        int beginnings = Flapping.beginnings(notices.episodes(), startsAt);
        if (beginnings == 0) {
            return notices.word().annotations();
        }
        Map<String, String> annotations = new HashMap<>(notices.word().annotations());
        annotations.put(Alert.FLAPPING, "it began " + beginnings + " times within " + Flapping.SPAN.toMinutes() + " minutes");
        return annotations;
    }
}
