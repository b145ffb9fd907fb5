package dev.faultline.collectors.mapping;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// How the messages of a mapping are signed: HMAC with SHA-256 in hex, after `sha256=` or not.
///
/// @param secrets where the secret is to be read; several while one follows another
/// @param header that carries the signature
/// @param timestampHeader that carries when it was signed, in seconds since 1970; null where it is not signed with the body
/// @param nonceHeader that carries what no other message has; null where there is none
/// @param signed what is signed: literal text, `{timestamp}`, `{nonce}` and `{body}`
/// @param window how far the time of signing may be from now
public record SignatureRule(List<SecretPlace> secrets, String header, @Nullable String timestampHeader, @Nullable String nonceHeader,
        String signed, Duration window) {
    public SignatureRule {
        secrets = List.copyOf(secrets);
    }

    /// Where a secret is: in an environment variable or in a file, one of both.
    public record SecretPlace(@Nullable String environment, @Nullable String file) {}
}
