package dev.faultline.collectors.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.notice.AlertNotice;
import dev.faultline.graph.alert.notice.AlertState;

/// How the messages of one monitor are read as notices of alerts; the file `plain.yaml` beside this class explains the parts.
public final class AlertMapping {

    /// How many alerts a message may have.
    public static final int ALERTS_MAX = 10_000;

    /// PagerDuty's limit for its deduplication keys.
    static final int FINGERPRINT_CHARACTERS_MAX = 255;

    static final int LABEL_CHARACTERS_MAX = 1_024;
    static final int ANNOTATION_CHARACTERS_MAX = 8_192;

    private final Head head;
    private final Parts parts;

    AlertMapping(Head head, Parts parts) {
        this.head = head;
        this.parts = parts;
    }

    /// What a mapping says of messages as a whole.
    ///
    /// @param alerts where in a message its alerts lie, of which the first counts that is there; none where it is one alert or a list of them
    /// @param partial whether one odd alert does not cost the others of its message
    record Head(String source, String input, boolean isCloudEvents, String about, String text, List<DataPath> alerts, boolean partial,
            boolean strict, @Nullable Pattern missing, List<Requirement> requirements, @Nullable Condition accept,
            Optional<SignatureRule> signature,
            Optional<TokenRule> token, Optional<Duration> lasts) {}

    /// What a mapping says of the parts of an alert.
    ///
    /// @param state leads to the name of an [AlertState], or to [#IGNORED]
    /// @param startsAt null where the monitor does not say when an episode began
    /// @param at when the condition held, or had ended; null for the time of receipt
    record Parts(@Nullable Value fingerprint, Value state, @Nullable TimeReading startsAt, @Nullable TimeReading endsAt,
            @Nullable TimeReading at, Texts labels, Texts annotations) {}

    /// The state of what is left out.
    static final String IGNORED = "IGNORED";

    /// The name of the monitor in alerts, and of the mapping.
    public String source() {
        return head.source();
    }

    /// By which way its messages come in, such as `http`.
    public String input() {
        return head.input();
    }

    /// Whether its messages are CloudEvents, in whatever mode of theirs.
    public boolean isCloudEvents() {
        return head.isCloudEvents();
    }

    /// A sentence on what it reads.
    public String about() {
        return head.about();
    }

    /// The mapping as it is written down.
    public String text() {
        return head.text();
    }

    /// How its messages are signed, if they are.
    public Optional<SignatureRule> signature() {
        return head.signature();
    }

    /// How long its alerts last of whose end nothing tells, after they were last heard of.
    public Optional<Duration> lasts() {
        return head.lasts();
    }

    /// Where its messages carry a token, if the sender cannot put it where tokens belong.
    public Optional<TokenRule> token() {
        return head.token();
    }

    /// Reads a message.
    ///
    /// @throws InvalidInputException with a sentence where it does not fit; unless the mapping is partial, for any of its alerts
    public MappedMessage read(JsonField body, Instant receivedAt) {
        if (!body.value().isArray()) {
            require(scope(body, body));
        }
        var notices = new ArrayList<AlertNotice>();
        var refusals = new ArrayList<String>();
        int ignored = 0;
        for (JsonField alert : alerts(body)) {
            try {
                AlertNotice notice = notice(scope(body, alert), receivedAt);
                if (notice == null) {
                    ignored++;
                } else {
                    notices.add(notice);
                }
            } catch (InvalidInputException e) {
                if (!head.partial()) {
                    throw e;
                }
                refusals.add(String.valueOf(e.getMessage()));
            }
        }
        return new MappedMessage(notices, refusals, ignored);
    }

    private Scope scope(JsonField body, JsonField alert) {
        return new Scope(body, alert, head.missing(), head.strict(), new ArrayList<>());
    }

    private void require(Scope scope) {
        head.requirements().forEach(requirement -> requirement.check(scope));
    }

    private List<JsonField> alerts(JsonField body) {
        JsonField field = body;
        for (DataPath path : head.alerts()) {
            field = path.in(body, body);
            if (field.present()) {
                break;
            }
        }
        if (field.value().isObject()) {
            return List.of(field);
        }
        if (!field.present()) {
            throw field.wrong(head.alerts().isEmpty() ? "a JSON object or a list of them" : "a list of alerts");
        }
        return field.items(ALERTS_MAX);
    }

    /// The notice of one alert; null where the mapping leaves it out.
    private @Nullable AlertNotice notice(Scope scope, Instant receivedAt) {
        if (!scope.alert().value().isObject()) {
            throw scope.alert().wrong("an alert object");
        }
        if (scope.body().value().isArray()) {
            require(scope);
        }
        if (head.accept() != null && !head.accept().holds(scope)) {
            return null;
        }
        String word = parts.state().text(scope);
        if (word == null) {
            throw parts.state().field(scope).wrong("a state");
        }
        String meaning = word.toUpperCase(Locale.ROOT);
        if (meaning.equals(IGNORED)) {
            return null;
        }
        AlertState state = AlertState.valueOf(meaning);
        Map<String, String> labels = parts.labels().read(scope);
        if (labels.isEmpty() && state == AlertState.FIRING) {
            throw parts.labels().field(scope).wrong("at least one label");
        }
        return notice(scope, state, labels, receivedAt);
    }

    private AlertNotice notice(Scope scope, AlertState state, Map<String, String> labels, Instant receivedAt) {
        String fingerprint = fingerprint(scope, labels);
        TimeReading start = parts.startsAt();
        Instant startsAt = start == null ? null : start.readAlways(scope, receivedAt);
        if (startsAt == null) {
            Instant at = start != null || parts.at() == null ? null : parts.at().read(scope, receivedAt);
            return AlertNotice.at(at == null ? receivedAt : at, source(), fingerprint, state, labels, annotations(scope), receivedAt);
        }
        TimeReading end = state == AlertState.FIRING ? null : parts.endsAt();
        Instant endsAt = end == null ? null : end.read(scope, receivedAt);
        if (end != null && endsAt != null && endsAt.isBefore(startsAt)) {
            throw end.value().field(scope).wrong("a time not before startsAt " + startsAt);
        }
        return new AlertNotice(source(), fingerprint, state, startsAt, endsAt, labels, annotations(scope), receivedAt);
    }

    /// What the message annotates, with what was cut or left out of it; so it is read last.
    private Map<String, String> annotations(Scope scope) {
        Map<String, String> annotations = new HashMap<>(parts.annotations().read(scope));
        if (!scope.remarks().isEmpty()) {
            annotations.put(Alert.INTAKE, String.join("; ", scope.remarks()));
        }
        return annotations;
    }

    private String fingerprint(Scope scope, Map<String, String> labels) {
        Value value = parts.fingerprint();
        String given = value == null ? null : value.text(scope);
        if (value != null && given != null && given.length() > FINGERPRINT_CHARACTERS_MAX) {
            throw value.field(scope).wrong("a text of at most " + FINGERPRINT_CHARACTERS_MAX + " characters");
        }
        if (given == null && labels.isEmpty()) {
            throw (value == null ? scope.alert() : value.field(scope)).wrong("what identifies the alert");
        }
        if (given == null && !scope.remarks().isEmpty()) {
            throw parts.labels().field(scope)
                    .wrong("labels that can all be read, as they identify the alert: " + scope.remarks().getFirst());
        }
        return given == null ? LabelFingerprint.of(labels) : given;
    }
}
