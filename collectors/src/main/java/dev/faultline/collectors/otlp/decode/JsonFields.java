package dev.faultline.collectors.otlp.decode;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the fields of OTLP's JSON: ids in hexadecimal, 64-bit numbers as texts or numbers; a wrong one is told by its name.
final class JsonFields {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int SHOWN_CHARS_MAX = 40;

    private JsonFields() {}

    /// @param expected the message that the body should be
    static JsonNode object(byte[] body, String expected) {
        JsonNode root = parse(body);
        if (!root.isObject()) {
            throw new UndecodableException("the body is not a JSON object, expected an " + expected);
        }
        return root;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new UndecodableException("the body is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static JsonNode array(JsonNode holder, String field) {
        JsonNode value = holder.path(field);
        if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
            throw wrong(field, value, "an array");
        }
        return value;
    }

    static String text(JsonNode holder, String field) {
        JsonNode value = holder.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(field, value, "a text");
        }
        return value.stringValue();
    }

    static long number(JsonNode holder, String field) {
        JsonNode value = holder.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        try {
            return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : Long.parseLong(value.asString());
        } catch (NumberFormatException | JacksonException e) {
            throw new UndecodableException(sentence(field, value, "a whole number of 64 bits"), e);
        }
    }

    private static UndecodableException wrong(String field, JsonNode value, String expected) {
        return new UndecodableException(sentence(field, value, expected));
    }

    private static String sentence(String field, JsonNode value, String expected) {
        return "the body's field " + field + " is " + TextCache.cut(value.toString(), SHOWN_CHARS_MAX) + ", expected " + expected;
    }
}
