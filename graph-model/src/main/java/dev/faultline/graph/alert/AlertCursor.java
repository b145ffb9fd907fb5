package dev.faultline.graph.alert;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Where a page of alerts ended.
record AlertCursor(long startsAtMillis, String key) {

    static final AlertCursor FIRST = new AlertCursor(Long.MAX_VALUE, "");

    static AlertCursor after(Alert alert) {
        return new AlertCursor(alert.startsAt().toEpochMilli(), alert.key());
    }

    static AlertCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":", 2);
            return new AlertCursor(Long.parseLong(parts[0]), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("cursor '" + text + "' is none of a page of alerts, expected the one that a page gave", e);
        }
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((startsAtMillis + ":" + key).getBytes(StandardCharsets.UTF_8));
    }
}
