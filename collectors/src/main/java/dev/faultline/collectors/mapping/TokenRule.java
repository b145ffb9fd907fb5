package dev.faultline.collectors.mapping;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.JsonField;

/// Where a message carries the ingest token, beside the header `Authorization`.
///
/// @param header a header of its own; null where there is none
/// @param path a field of the body; null where there is none
public record TokenRule(@Nullable String header, @Nullable String path) {

    /// The token in a body.
    public Optional<String> in(JsonField body) {
        if (path == null) {
            return Optional.empty();
        }
        JsonField field = DataPath.parse(path).in(body, body);
        return field.value().isString() ? Optional.of(field.value().stringValue()) : Optional.empty();
    }
}
