package dev.faultline.api.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import dev.faultline.api.Hmac;

/// Browser sessions without a store: a session is its end and a signature of it with the admin token as the key.
///
/// A changed token ends all sessions.
record Sessions(String key, Duration ageMax, Clock clock) {
    static final String COOKIE = "faultline_session";
    private static final char SEPARATOR = '.';

    /// A session that begins now.
    String open() {
        String end = Long.toString(clock.instant().plus(ageMax).getEpochSecond());
        return end + SEPARATOR + sign(end);
    }

    /// Whether the text is a session that has not ended.
    boolean valid(String session) {
        int split = session.indexOf(SEPARATOR);
        if (split < 1 || !Tokens.same(sign(session.substring(0, split)), session.substring(split + 1))) {
            return false;
        }
        return clock.instant().getEpochSecond() < Long.parseLong(session.substring(0, split));
    }

    private String sign(String text) {
        byte[] digest = Hmac.of(key.getBytes(StandardCharsets.UTF_8), ("session " + text).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    @Override
    public String toString() {
        return "Sessions[masked]";
    }
}
