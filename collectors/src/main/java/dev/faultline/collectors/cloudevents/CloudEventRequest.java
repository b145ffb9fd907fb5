package dev.faultline.collectors.cloudevents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;

/// Reads what CloudEvents' HTTP protocol binding 1.0.2 sends as the JSON of its structured mode: an event, or a list of them.
public final class CloudEventRequest {
    private static final String STRUCTURED = "application/cloudevents";
    private static final String ATTRIBUTE = "ce-";
    private static final String EXPECTED = "one CloudEvent in JSON or a list of them";

    private CloudEventRequest() {}

    /// The events of a request.
    ///
    /// @param headers by their names in lower case
    public static JsonField read(Map<String, String> headers, byte[] body) {
        String type = headers.getOrDefault("content-type", "").strip().toLowerCase(Locale.ROOT);
        if (!type.startsWith(STRUCTURED) && headers.containsKey(ATTRIBUTE + "specversion")) {
            return JsonField.of(binary(headers, type, body));
        }
        return JsonField.any(body, EXPECTED);
    }

    private static ObjectNode binary(Map<String, String> headers, String type, byte[] body) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        headers.forEach((name, value) -> {
            if (name.startsWith(ATTRIBUTE)) {
                event.put(name.substring(ATTRIBUTE.length()), decoded(name, value));
            }
        });
        if (body.length > 0) {
            boolean isJson = type.isEmpty() || type.startsWith("application/json") || type.split(";", 2)[0].strip().endsWith("+json");
            if (isJson) {
                event.set("data", JsonField.any(body, "data in JSON, as Content-Type says").value());
            } else {
                event.put("data", new String(body, StandardCharsets.UTF_8));
            }
        }
        return event;
    }

    /// Header values are percent-encoded, which a plus is no part of.
    private static String decoded(String name, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("header " + name + " is '" + value + "', expected percent-encoded text");
        }
    }
}
