package dev.faultline.api.http;

import java.util.Map;
import java.util.TreeMap;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/// An error as the wire tells it: `application/problem+json` of RFC 9457.
///
/// @param detail one sentence: what, where, what is expected
record Problem(int status, String title, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return new Problem(status, HttpStatus.forStatus(status).getMessage(), detail);
    }

    byte[] json() {
        return Json.bytes(new TreeMap<>(Map.of("status", status, "title", title, "detail", detail)));
    }

    void send(Context context) {
        context.status(status).contentType(MEDIA_TYPE).result(json());
    }
}
