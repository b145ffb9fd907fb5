package dev.faultline.collectors.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;

/// Reads the body that Alertmanager posts to a webhook receiver (version 4) as notices.
///
/// One odd alert must not cost the other alerts of its group, as Alertmanager does not repeat what was refused: each alert is
/// read for itself, and values past a limit are cut, visibly.
public final class AlertmanagerWebhook {

    /// The name of this source in alerts.
    public static final String SOURCE = "alertmanager";

    static final int ALERTS_MAX = 10_000;
    static final int LABELS_MAX = 100;
    static final int LABEL_NAME_CHARACTERS_MAX = 256;
    static final int LABEL_VALUE_CHARACTERS_MAX = 1_024;
    static final int ANNOTATION_VALUE_CHARACTERS_MAX = 8_192;
    static final int FINGERPRINT_CHARACTERS_MAX = 128;

    /// How long a condition may have held already.
    static final Duration AGE_MAX = Duration.ofDays(3_650);

    /// How far the sender's clock may be ahead.
    static final Duration AHEAD_MAX = Duration.ofHours(1);

    /// Ends before this instant mean "none": Go's zero time is `0001-01-01T00:00:00Z`.
    private static final Instant NO_TIME_BEFORE = Instant.EPOCH;

    private AlertmanagerWebhook() {}

    /// What a body says.
    ///
    /// @param notices of the alerts that could be read, in the order of the body
    /// @param refusals for each other alert a sentence that names the first thing that is wrong
    public record Message(List<AlertNotice> notices, List<String> refusals) {
        public Message {
            notices = List.copyOf(notices);
            refusals = List.copyOf(refusals);
        }
    }

    /// Reads one body.
    ///
    /// @throws InvalidInputException where it is no message of Alertmanager
    public static Message read(byte[] body, Instant receivedAt) {
        JsonField document = JsonField.document(body);
        JsonField version = document.field("version");
        if (version.present() && !"4".equals(version.value().asString(""))) {
            throw version.wrong("version \"4\" of the webhook");
        }
        if (!document.field("alerts").present()) {
            throw document.field("alerts").wrong("a list of alerts");
        }
        String group = group(document);
        var notices = new ArrayList<AlertNotice>();
        var refusals = new ArrayList<String>();
        for (JsonField alert : document.field("alerts").items(ALERTS_MAX)) {
            try {
                notices.add(notice(alert, group, receivedAt));
            } catch (InvalidInputException e) {
                refusals.add(String.valueOf(e.getMessage()));
            }
        }
        return new Message(notices, refusals);
    }

    private static AlertNotice notice(JsonField alert, @Nullable String group, Instant receivedAt) {
        if (!alert.value().isObject()) {
            throw alert.wrong("an alert object");
        }
        AlertState state = state(alert.field("status"));
        Map<String, String> labels = texts(alert.field("labels"), LABEL_VALUE_CHARACTERS_MAX);
        if (labels.isEmpty()) {
            throw alert.field("labels").wrong("at least one label");
        }
        Instant startsAt = alert.field("startsAt").inReach(alert.field("startsAt").time(), receivedAt, AGE_MAX, AHEAD_MAX);
        return new AlertNotice(SOURCE, fingerprint(alert.field("fingerprint"), labels), state, startsAt,
                endsAt(alert.field("endsAt"), state, startsAt, receivedAt), labels, annotations(alert, group), receivedAt);
    }

    private static AlertState state(JsonField status) {
        return switch (status.value().asString("")) {
            case "firing" -> AlertState.FIRING;
            case "resolved" -> AlertState.RESOLVED;
            default -> throw status.wrong("one of firing, resolved");
        };
    }

    private static String fingerprint(JsonField field, Map<String, String> labels) {
        String given = field.optionalText(FINGERPRINT_CHARACTERS_MAX);
        return given == null || given.isBlank() ? LabelFingerprint.of(labels) : given;
    }

    private static @Nullable Instant endsAt(JsonField field, AlertState state, Instant startsAt, Instant receivedAt) {
        Instant endsAt = field.optionalTime();
        if (state == AlertState.FIRING) {
            return null;
        }
        if (endsAt == null || endsAt.isBefore(NO_TIME_BEFORE)) {
            throw field.wrong("the time at which the resolved alert ended");
        }
        if (endsAt.isBefore(startsAt)) {
            throw field.wrong("a time not before startsAt " + startsAt);
        }
        return field.inReach(endsAt, receivedAt, AGE_MAX, AHEAD_MAX);
    }

    /// The group of the message; null where the receiver takes all alerts in one, which says nothing of any.
    private static @Nullable String group(JsonField document) {
        boolean grouped = !document.field("groupLabels").value().isEmpty();
        String key = document.field("groupKey").value().asString("");
        return grouped && !key.isBlank() ? cut(key, ANNOTATION_VALUE_CHARACTERS_MAX) : null;
    }

    private static Map<String, String> annotations(JsonField alert, @Nullable String group) {
        var annotations = new HashMap<>(texts(alert.field("annotations"), ANNOTATION_VALUE_CHARACTERS_MAX));
        String generator = alert.field("generatorURL").value().asString("");
        if (!generator.isBlank()) {
            annotations.putIfAbsent("generatorURL", cut(generator, ANNOTATION_VALUE_CHARACTERS_MAX));
        }
        if (group != null) {
            annotations.putIfAbsent(Alert.GROUP, group);
        }
        return annotations;
    }

    private static Map<String, String> texts(JsonField object, int charactersMax) {
        var texts = new HashMap<String, String>();
        object.entries(LABELS_MAX).forEach((name, value) -> {
            if (name.isBlank() || name.length() > LABEL_NAME_CHARACTERS_MAX) {
                throw object.wrong("names of 1 to " + LABEL_NAME_CHARACTERS_MAX + " characters");
            }
            texts.put(name, cut(value.optionalText(Integer.MAX_VALUE), charactersMax));
        });
        return texts;
    }

    /// The text where it fits, else its beginning with a note of how long it was.
    private static String cut(@Nullable String text, int charactersMax) {
        if (text == null || text.length() <= charactersMax) {
            return text == null ? "" : text;
        }
        return text.substring(0, charactersMax) + "... (cut, " + text.length() + " characters)";
    }
}
