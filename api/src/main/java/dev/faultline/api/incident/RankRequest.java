package dev.faultline.api.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;

/// What a request for a ranking asks: symptoms, and as of when.
record RankRequest(List<Symptom> symptoms, Instant at) {
    private static final Set<String> FIELDS = Set.of("symptoms", "at");
    private static final Set<String> SYMPTOM_FIELDS = Set.of("ciId", "callerId", "signal", "at");
    /// How far back a ranking may look.
    private static final Duration AGE_MAX = Duration.ofDays(3_650);
    private static final int SYMPTOMS_MAX = 1_000;
    private static final int ID_CHARACTERS_MAX = 500;

    /// Reads the body; times that it leaves out are now.
    ///
    /// @throws Rejection with a sentence for the first field that is wrong
    static RankRequest parse(byte[] body, Instant now) {
        try {
            JsonField document = JsonField.document(body).onlyFields(FIELDS);
            Instant at = time(document.field("at"), now, now);
            List<Symptom> symptoms = new ArrayList<>();
            for (JsonField symptom : document.field("symptoms").items(SYMPTOMS_MAX)) {
                symptoms.add(symptom(symptom.onlyFields(SYMPTOM_FIELDS), at, now));
            }
            if (symptoms.isEmpty()) {
                throw Rejection.badRequest("symptoms is empty, expected at least one {\"ciId\": ..., \"signal\": ...}");
            }
            return new RankRequest(symptoms, at);
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /// Ids of all CIs that the symptoms name, in their order.
    Set<String> ciIds() {
        Set<String> ids = new LinkedHashSet<>();
        for (Symptom symptom : symptoms) {
            ids.add(symptom.subject().owner());
            if (symptom.subject() instanceof Subject.OfCalls calls) {
                ids.add(calls.callerId());
            }
        }
        return ids;
    }

    private static Symptom symptom(JsonField symptom, Instant at, Instant now) {
        String ci = symptom.field("ciId").text(ID_CHARACTERS_MAX);
        String caller = symptom.field("callerId").optionalText(ID_CHARACTERS_MAX);
        Subject subject = caller == null || caller.isBlank() ? new Subject.OfCi(ci) : new Subject.OfCalls(caller, ci);
        Signal signal = Objects.requireNonNullElse(symptom.field("signal").optionalChoice(Signal.class), Signal.UNKNOWN);
        return new Symptom(subject, signal, time(symptom.field("at"), at, now));
    }

    private static Instant time(JsonField field, Instant fallback, Instant now) {
        Instant time = field.optionalTime();
        return time == null ? fallback : field.inReach(time, now, AGE_MAX, Duration.ZERO);
    }
}
