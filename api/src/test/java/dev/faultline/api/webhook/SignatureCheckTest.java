package dev.faultline.api.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.mapping.SignatureRule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignatureCheckTest {
    private static final Instant STARTED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOW = STARTED.plusSeconds(3_600);
    private static final String SECRET = "a secret of the test";
    private static final String BODY = "{\"alerts\": []}";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = STARTED;
    private int taken;

    /// What is signed, and under which names the parts are sent.
    private SignatureCheck check(@Nullable String timestamp, @Nullable String nonce, String signed) {
        now = STARTED;
        SignatureCheck check = new SignatureCheck("test", new SignatureRule(List.of(), "X-Signature", timestamp, nonce, signed,
                Duration.ofMinutes(5)),
                List.of("an older secret of it".getBytes(StandardCharsets.UTF_8),
                        SECRET.getBytes(StandardCharsets.UTF_8)),
                new MovingClock(), meters);
        now = NOW;
        return check;
    }

    private SignatureCheck timed() {
        return check("X-Time", null, "{timestamp}:{body}");
    }

    private final class MovingClock extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> signedAt(Instant time) {
        String seconds = Long.toString(time.getEpochSecond());
        return new HashMap<>(Map.of("X-Time", seconds, "X-Signature", sign(seconds + ":" + BODY)));
    }

    private void take(SignatureCheck check, Map<String, String> headers, String body) {
        check.once(headers::get, body.getBytes(StandardCharsets.UTF_8), () -> ++taken);
    }

    private void assertRefused(SignatureCheck check, Map<String, String> headers, String body, int status, String sentence) {
        int before = taken;
        assertThatThrownBy(() -> take(check, headers, body)).isInstanceOfSatisfying(Rejection.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.detail()).contains(sentence).doesNotContain(SECRET);
        });
        assertThat(taken).isEqualTo(before);
    }

    @Test
    void aMessageSignedAsGithubDoesIsTaken() {
        SignatureCheck check = check(null, null, "{body}");

        take(check, Map.of("X-Signature", "sha256=" + sign(BODY)), BODY);
        take(check, Map.of("X-Signature", sign(BODY)), BODY);
        assertThat(taken).isEqualTo(2);
    }

    @Test
    void aMessageSignedWithItsTimeIsTakenOnce() {
        SignatureCheck check = timed();

        take(check, signedAt(NOW), BODY);
        assertRefused(check, signedAt(NOW), BODY, 409, "taken before");
        take(check, signedAt(NOW.plusSeconds(1)), BODY);
        assertThat(taken).isEqualTo(2);
        assertThat(meters.counter("faultline.alert.signatures.refused", "source", "test").count()).isEqualTo(1);
    }

    @Test
    void aMessageThatCouldNotBeDoneWithMayComeAgain() {
        SignatureCheck check = timed();

        assertThatThrownBy(() -> check.once(signedAt(NOW)::get, BODY.getBytes(StandardCharsets.UTF_8), () -> {
            throw Rejection.unavailable("the graph is away", 1);
        })).isInstanceOf(Rejection.class);
        take(check, signedAt(NOW), BODY);
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void whatIsNotAsItWasSignedIsRefused() {
        SignatureCheck check = timed();
        Map<String, String> otherTime = signedAt(NOW);
        otherTime.put("X-Time", Long.toString(NOW.getEpochSecond() + 1));

        assertRefused(check, signedAt(NOW), BODY + " ", 401, "X-Signature does not fit the message");
        assertRefused(check, otherTime, BODY, 401, "X-Signature does not fit the message");
        assertRefused(check, Map.of("X-Signature", sign(BODY)), BODY, 401, "X-Time is missing");
        assertRefused(check, Map.of("X-Signature", "sha256=zz", "X-Time", "1"), BODY, 401, "X-Signature is no signature");
        assertRefused(check, Map.of(), BODY, 401, "X-Signature is missing");
    }

    @Test
    void whatWasSignedTooLongAgoOrInTheFutureIsRefused() {
        SignatureCheck check = timed();

        assertRefused(check, signedAt(NOW.minusSeconds(301)), BODY, 401, "within 300 s of now");
        assertRefused(check, signedAt(NOW.plusSeconds(301)), BODY, 401, "within 300 s of now");
        take(check, signedAt(NOW.minusSeconds(299)), BODY);
    }

    @Test
    void whatWasSignedBeforeTheStartIsSentAgain() {
        SignatureCheck check = timed();
        now = STARTED.plusSeconds(10);

        assertRefused(check, signedAt(STARTED.minusSeconds(1)), BODY, 503, "signed before Faultline started");
        take(check, signedAt(STARTED), BODY);
    }

    @Test
    void anotherNonceIsAnotherMessage() {
        SignatureCheck check = check("X-Time", "X-Nonce", "{timestamp}.{nonce}.{body}");
        String seconds = Long.toString(NOW.getEpochSecond());
        Map<String, String> first = Map.of("X-Time", seconds, "X-Nonce", "n1", "X-Signature", sign(seconds + ".n1." + BODY));

        take(check, first, BODY);
        take(check, Map.of("X-Time", seconds, "X-Nonce", "n2", "X-Signature", sign(seconds + ".n2." + BODY)), BODY);
        assertRefused(check, first, BODY, 409, "taken before");
    }

    @Test
    void noNonceIsForgottenWhileItsMessageIsValid() {
        var nonces = new SeenNonces(2, Duration.ofMinutes(10));

        assertThat(nonces.claim("a", NOW)).isEqualTo(SeenNonces.Claim.NEW);
        assertThat(nonces.claim("b", NOW.plusSeconds(60))).isEqualTo(SeenNonces.Claim.NEW);
        assertThat(nonces.claim("c", NOW.plusSeconds(600))).isEqualTo(SeenNonces.Claim.FULL);
        assertThat(nonces.claim("a", NOW.plusSeconds(600))).isEqualTo(SeenNonces.Claim.SEEN);
        assertThat(nonces.claim("c", NOW.plusSeconds(601))).isEqualTo(SeenNonces.Claim.NEW);
    }

    @Test
    void aSecretThatIsMissingOrShortIsTold() {
        SignatureRule rule = new SignatureRule(List.of(new SignatureRule.SecretPlace("NAME", null)), "X", null, null, "{body}",
                Duration.ofMinutes(5));

        assertThatThrownBy(() -> Secrets.read("m", rule, Map.of())).hasMessage(
                "the secret of alert mapping 'm' in environment variable NAME is missing, expected at least 16 characters");
        assertThatThrownBy(() -> Secrets.read("m", rule, Map.of("NAME", "hunter2"))).hasMessageContaining("7 characters long")
                .hasMessageNotContaining("hunter2");
        assertThat(Secrets.read("m", rule, Map.of("NAME", SECRET))).hasSize(1);
    }
}
