package dev.faultline.api.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Browser sessions without a store: a session is its end and a signature of it with the admin token as the key.
///
/// A changed token ends all sessions.
record Sessions(String key, Duration ageMax, Clock clock) {
    static final String COOKIE = "faultline_session";
    private static final String ALGORITHM = "HmacSHA256";
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
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(mac.doFinal(("session " + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Sessions[masked]";
    }
}
