package dev.faultline.api.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;
import dev.faultline.graph.symptom.Symptom;

/// What a request for a ranking asks: symptoms, and as of when.
record RankRequest(List<Symptom> symptoms, Instant at) {
    private static final int SYMPTOMS_MAX = 1_000;
    private static final int ID_CHARACTERS_MAX = 500;

    /// Reads the body; times that it leaves out are now.
    ///
    /// @throws Rejection with a sentence for the first field that is wrong
    static RankRequest parse(byte[] body, Instant now) {
        try {
            JsonField document = JsonField.document(body);
            Instant at = Objects.requireNonNullElse(document.field("at").optionalTime(), now);
            if (at.isAfter(now)) {
                throw Rejection.badRequest("at is " + at + ", expected a time that is not in the future");
            }
            List<Symptom> symptoms = new ArrayList<>();
            for (JsonField symptom : document.field("symptoms").items(SYMPTOMS_MAX)) {
                symptoms.add(symptom(symptom, at));
            }
            if (symptoms.isEmpty()) {
                throw Rejection.badRequest("symptoms is empty, expected at least one {\"ci\": ..., \"signal\": ...}");
            }
            return new RankRequest(symptoms, at);
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Symptom symptom(JsonField symptom, Instant at) {
        String ci = symptom.field("ci").text(ID_CHARACTERS_MAX);
        String caller = symptom.field("caller").optionalText(ID_CHARACTERS_MAX);
        Subject subject = caller == null || caller.isBlank() ? new Subject.OfCi(ci) : new Subject.OfCalls(caller, ci);
        Signal signal = Objects.requireNonNullElse(symptom.field("signal").optionalChoice(Signal.class), Signal.UNKNOWN);
        return new Symptom(subject, signal, Objects.requireNonNullElse(symptom.field("at").optionalTime(), at));
    }
}
