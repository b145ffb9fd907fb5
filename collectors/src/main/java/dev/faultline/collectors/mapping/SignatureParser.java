package dev.faultline.collectors.mapping;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.json.JsonField;

/// Reads how the messages of a mapping prove where they come from.
final class SignatureParser {
    static final String HEADER = "X-Faultline-Signature";
    static final String BODY = "{body}";
    private static final String TIMESTAMP = "{timestamp}";
    private static final String NONCE = "{nonce}";
    private static final String BETWEEN = ":";
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration WINDOW_MAX = Duration.ofHours(1);
    private static final int SECRETS_MAX = 10;

    private SignatureParser() {}

    static Optional<SignatureRule> signature(JsonField field) {
        if (!field.present()) {
            return Optional.empty();
        }
        field.onlyFields(Set.of("secrets", "header", "timestampHeader", "nonceHeader", "signed", "window"));
        List<SignatureRule.SecretPlace> secrets = field.field("secrets").items(SECRETS_MAX).stream().map(SignatureParser::secret).toList();
        if (secrets.isEmpty()) {
            throw field.field("secrets").wrong("a list of places such as {env: NAME} or {file: PATH}");
        }
        String timestamp = optional(field.field("timestampHeader"));
        String nonce = optional(field.field("nonceHeader"));
        if (nonce != null && timestamp == null) {
            throw field.field("nonceHeader").wrong("a timestampHeader beside it, without which nonces would have to be kept for ever");
        }
        String header = optional(field.field("header"));
        var rule = new SignatureRule(secrets, header == null ? HEADER : header, timestamp, nonce,
                signed(field.field("signed"), timestamp, nonce), window(field.field("window")));
        if (timestamp == null) {
            throw field.field("timestampHeader").wrong("the header with the time that is signed beside the body, without which a copy of a"
                    + " message passes for a new one at any time");
        }
        return Optional.of(rule);
    }

    private static SignatureRule.SecretPlace secret(JsonField field) {
        if (!field.value().isObject()) {
            throw new dev.faultline.collectors.json.InvalidInputException(field.path()
                    + " is a secret itself or nothing, expected the place of one such as {env: NAME} or {file: PATH}");
        }
        field.onlyFields(Set.of("env", "file"));
        String environment = optional(field.field("env"));
        String file = optional(field.field("file"));
        if ((environment == null) == (file == null)) {
            throw field.wrong("either env or file");
        }
        return new SignatureRule.SecretPlace(environment, file);
    }

    private static String signed(JsonField field, @Nullable String timestamp, @Nullable String nonce) {
        String usual = (timestamp == null ? "" : TIMESTAMP + BETWEEN) + (nonce == null ? "" : NONCE + BETWEEN) + BODY;
        String signed = field.present() ? ValueParser.scalar(field) : usual;
        boolean isWhole = signed.contains(BODY) && signed.contains(TIMESTAMP) == (timestamp != null)
                && signed.contains(NONCE) == (nonce != null);
        if (!isWhole) {
            throw field.wrong("{body}, and {timestamp} and {nonce} where there is a header for them, such as " + usual);
        }
        return signed;
    }

    private static Duration window(JsonField field) {
        return field.present() ? Durations.parse(field, WINDOW_MAX, "30s or 5m") : WINDOW;
    }

    static Optional<TokenRule> token(JsonField field) {
        if (!field.present()) {
            return Optional.empty();
        }
        field.onlyFields(Set.of("header", "path"));
        String header = optional(field.field("header"));
        String path = optional(field.field("path"));
        if ((header == null) == (path == null)) {
            throw field.wrong("either header or path");
        }
        return Optional.of(new TokenRule(header, path));
    }

    private static @Nullable String optional(JsonField field) {
        return field.present() ? ValueParser.scalar(field) : null;
    }
}
