package dev.faultline.api.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import dev.faultline.api.Hmac;
import dev.faultline.api.http.Rejection;
import dev.faultline.collectors.mapping.SignatureRule;

/// Checks the signatures of one source, and lets each message that says when it was signed pass once.
///
/// What was seen is kept in memory: after a start, messages that were signed before it are turned away with 503, so that a copy of one
/// that was taken before cannot pass; their senders come again with a new signature. Mappings whose signatures
/// cover no time are refused when they are loaded, as copies of their messages would pass.
final class SignatureCheck {
    /// How many messages a source may send within two windows.
    static final int NONCES_MAX = 100_000;

    private static final String GITHUB_PREFIX = "sha256=";
    private static final String BODY = "{body}";
    private static final int NONCE_CHARACTERS_MAX = 200;
    private static final int RETRY_SECONDS = 5;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    private final String source;
    private final SignatureRule rule;
    private final List<byte[]> secrets;
    private final Clock clock;
    private final Instant startedAt;
    private final SeenNonces nonces;
    private final Counter refused;

    SignatureCheck(String source, SignatureRule rule, List<byte[]> secrets, Clock clock, MeterRegistry meters) {
        this.source = source;
        this.rule = rule;
        this.secrets = secrets;
        this.clock = clock;
        startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        nonces = new SeenNonces(NONCES_MAX, rule.window().multipliedBy(2).plus(Duration.ofSeconds(1)));
        refused = Counter.builder("faultline.alert.signatures.refused").tag("source", source)
                .description("Messages whose signature was wrong, too old, or seen before").register(meters);
    }

    /// What of a message is signed beside its body, and by what.
    private record Proof(String digest, @Nullable String timestamp, @Nullable String nonce) {}

    /// Has the work done for a message that is signed and was not taken before.
    ///
    /// @throws Rejection 401 where the signature is wrong or too old, 409 where the message was taken before, 503 where that is not known
    <T> T once(Function<String, @Nullable String> headers, byte[] body, Supplier<T> work) {
        try {
            Proof proof = proof(headers);
            verify(proof, body);
            return proof.timestamp() == null ? work.get() : onceOnly(proof, work);
        } catch (Rejection e) {
            if (e.status() == 401 || e.status() == 409) {
                refused.increment();
            }
            throw e;
        }
    }

    private Proof proof(Function<String, @Nullable String> headers) {
        String given = header(headers, rule.header()).strip().toLowerCase(Locale.ROOT);
        String digest = given.startsWith(GITHUB_PREFIX) ? given.substring(GITHUB_PREFIX.length()) : given;
        if (!DIGEST.matcher(digest).matches()) {
            throw Rejection.unauthorized("header " + rule.header() + " is no signature, expected HMAC with SHA-256 in hex");
        }
        String timestamp = rule.timestampHeader() == null ? null : header(headers, rule.timestampHeader());
        String nonce = rule.nonceHeader() == null ? null : header(headers, rule.nonceHeader());
        if (nonce != null && nonce.length() > NONCE_CHARACTERS_MAX) {
            throw Rejection.unauthorized("header " + rule.nonceHeader() + " has " + nonce.length() + " characters, expected at most "
                    + NONCE_CHARACTERS_MAX);
        }
        return new Proof(digest, timestamp, nonce);
    }

    private static String header(Function<String, @Nullable String> headers, String name) {
        String value = headers.apply(name);
        if (value == null || value.isBlank()) {
            throw Rejection.unauthorized("header " + name + " is missing, expected it beside the signature");
        }
        return value;
    }

    private void verify(Proof proof, byte[] body) {
        byte[] given = HexFormat.of().parseHex(proof.digest());
        boolean known = false;
        for (byte[] secret : secrets) {
            known |= MessageDigest.isEqual(given, digest(secret, proof, body));
        }
        if (!known) {
            throw Rejection.unauthorized("header " + rule.header() + " does not fit the message, expected one signed with the secret of '"
                    + source + "'");
        }
        if (proof.timestamp() != null) {
            checkTime(proof.timestamp());
        }
    }

    private byte[] digest(byte[] secret, Proof proof, byte[] body) {
        String signed = rule.signed();
        int place = signed.indexOf(BODY);
        return Hmac.of(secret, filled(signed.substring(0, place), proof), body, filled(signed.substring(place + BODY.length()), proof));
    }

    private static byte[] filled(String text, Proof proof) {
        return text.replace("{timestamp}", String.valueOf(proof.timestamp())).replace("{nonce}", String.valueOf(proof.nonce()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void checkTime(String timestamp) {
        Instant now = clock.instant();
        Instant signedAt = SECONDS.matcher(timestamp.strip()).matches() ? Instant.ofEpochSecond(Long.parseLong(timestamp.strip())) : null;
        if (signedAt == null || Duration.between(signedAt, now).abs().compareTo(rule.window()) > 0) {
            throw Rejection.unauthorized("header " + rule.timestampHeader() + " is '" + timestamp + "', expected seconds since 1970 within "
                    + rule.window().toSeconds() + " s of now, " + now.getEpochSecond());
        }
        if (signedAt.isBefore(startedAt)) {
            throw Rejection.unavailable("the message was signed before Faultline started, expected one that is signed now", RETRY_SECONDS);
        }
    }

    private <T> T onceOnly(Proof proof, Supplier<T> work) {
        String nonce = proof.nonce() == null ? proof.digest() : proof.nonce();
        switch (nonces.claim(nonce, clock.instant())) {
            case SEEN -> throw Rejection.conflict("the message was taken before, expected each to be signed for itself");
            case FULL -> throw Rejection.unavailable("more than " + NONCES_MAX + " signed messages of '" + source + "' came within "
                    + rule.window().multipliedBy(2).toSeconds() + " s", RETRY_SECONDS);
            case NEW -> {
                // its own word is kept below unless the work fails
            }
        }
        try {
            return work.get();
        } catch (RuntimeException e) {
            nonces.release(nonce);
            throw e;
        }
    }
}
