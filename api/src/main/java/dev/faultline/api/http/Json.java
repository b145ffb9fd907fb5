package dev.faultline.api.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Type;

import io.javalin.http.Context;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as Faultline reads and writes it: strict about duplicates, unknown names and nesting; times as ISO 8601.
public final class Json {
    private static final int DEPTH_MAX = 64;

    /// The one mapper of all routes.
    public static final JsonMapper MAPPER = JsonMapper
            .builder(
                    JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build()).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    private Json() {}

    /// Reads the request's body as a tree.
    ///
    /// @throws Rejection where it is not JSON, or larger than the route takes
    public static JsonNode tree(Context context, long bytesMax) {
        return read(context, bytesMax, JsonNode.class);
    }

    /// Reads the request's body as a record.
    ///
    /// @throws Rejection where it is not JSON or lacks what the record needs, or larger than the route takes
    public static <T> T read(Context context, long bytesMax, Class<T> type) {
        requireJson(context);
        byte[] body = RequestBody.bytes(context, bytesMax);
        if (body.length == 0) {
            throw Rejection.badRequest("the body is empty, expected a JSON object");
        }
        try {
            return MAPPER.readValue(body, type);
        } catch (DatabindException e) {
            throw Rejection.badRequest("the body does not have the expected fields: " + sentence(e));
        } catch (JacksonException e) {
            throw Rejection.badRequest("the body is not valid JSON: " + sentence(e));
        }
    }

    /// The value as JSON in UTF-8.
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    private static void requireJson(Context context) {
        String type = context.contentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw Rejection
                    .unsupportedMedia("Content-Type is " + (type == null ? "missing" : "'" + type + "'") + ", expected application/json");
        }
    }

    private static String sentence(JacksonException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
        String path = e.getPathReference();
        String where = path == null || path.isEmpty() ? "" : " at " + path.replaceAll("[\\w.$]+\\[", "[");
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        return message + where + (line > 0 ? " (line " + line + ", column " + e.getLocation().getColumnNr() + ")" : "");
    }

    /// The mapper in the shape in which Javalin uses it.
    static io.javalin.json.JsonMapper forJavalin() {
        return new io.javalin.json.JsonMapper() {
            @Override
            public String toJsonString(Object value, Type type) {
                return MAPPER.writeValueAsString(value);
            }

            @Override
            public InputStream toJsonStream(Object value, Type type) {
                return new ByteArrayInputStream(bytes(value));
            }
        };
    }
}
