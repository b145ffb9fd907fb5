package dev.faultline.api.handling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.faultline.api.handling.Handling.Said;
import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.incident.Incident;

/// Reads what a person asks to be done to an incident.
final class HandlingRequest {
    static final int ALERTS_MAX = 1_000;
    private static final int ID_CHARACTERS_MAX = 500;
    private static final int NAME_CHARACTERS_MAX = 200;
    private static final int WORDS_CHARACTERS_MAX = 2_000;

    private HandlingRequest() {}

    /// @throws Rejection with a sentence for the first field that is wrong
    static Handling.Merge merge(Incident incident, byte[] body) {
        try {
            JsonField document = JsonField.document(body).onlyFields(Set.of("into", "by", "reason"));
            String into = document.field("into").text(ID_CHARACTERS_MAX);
            if (into.equals(incident.id())) {
                throw document.field("into").wrong("another incident");
            }
            return new Handling.Merge(incident.id(), into, said(document));
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /// @throws Rejection with a sentence for the first field that is wrong
    static Handling.Split split(Incident incident, byte[] body, Instant now) {
        try {
            JsonField document = JsonField.document(body).onlyFields(Set.of("alerts", "by", "reason"));
            JsonField field = document.field("alerts");
            Set<String> keys = new TreeSet<>(field.texts(ALERTS_MAX, ID_CHARACTERS_MAX));
            if (keys.isEmpty()) {
                throw field.wrong("the key of one alert at least");
            }
            requireSome(incident, keys);
            String seed = incident.id() + "\n" + String.join("\n", keys) + "\n" + now;
            String newId = "incident-" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
            return new Handling.Split(incident.id(), newId, keys, said(document));
        } catch (InvalidInputException e) {
            throw Rejection.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static void requireSome(Incident incident, Set<String> keys) {
        List<String> known = incident.alertKeys();
        keys.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw Rejection.unprocessable("alerts has '" + key + "', expected alerts of incident '" + incident.id() + "'");
        });
        if (keys.size() == known.size()) {
            throw Rejection.unprocessable("alerts are all " + known.size() + " of incident '" + incident.id() + "', expected some of them");
        }
    }

    private static Said said(JsonField document) {
        return new Said(document.field("by").text(NAME_CHARACTERS_MAX).strip(),
                document.field("reason").text(WORDS_CHARACTERS_MAX).strip());
    }
}
