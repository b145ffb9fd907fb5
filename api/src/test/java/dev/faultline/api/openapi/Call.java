package dev.faultline.api.openapi;

import org.jspecify.annotations.Nullable;

/// A request to an operation, and the status that it should be answered with.
///
/// @param path of the operation, as the document has it
/// @param target what is asked for; `INCIDENT` in it stands for the id of the incident that the alerts led to, and `HELD_RUN` for that of a run that holds removals back;
///   `PART` for that of what was split off the incident, `SILENCE` and `MAINTENANCE` for the one that was said last; in a body too
/// @param body null where the request has none
record Call(String method, String path, String target, @Nullable String mediaType, @Nullable String body, int status) {
    static final String INCIDENT = "INCIDENT";
    static final String HELD_RUN = "HELD_RUN";
    static final String PART = "PART";
    static final String SILENCE = "SILENCE";
    static final String MAINTENANCE = "MAINTENANCE";
    private static final String JSON = "application/json";

    static Call get(String path, String target, int status) {
        return new Call("GET", path, target, null, null, status);
    }

    static Call get(String path, int status) {
        return get(path, path, status);
    }

    static Call post(String path, String target, String body, int status) {
        return new Call("POST", path, target, JSON, body, status);
    }

    static Call post(String path, String body, int status) {
        return post(path, path, body, status);
    }

    /// The same with another type of body.
    Call as(String otherMediaType) {
        return new Call(method, path, target, otherMediaType, body, status);
    }

    @Override
    public String toString() {
        return method + " " + target + (body == null ? "" : " " + body.substring(0, Math.min(body.length(), 80)).replace('\n', ' '));
    }
}
