package dev.faultline.api.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.mapping.SignatureRule;
import dev.faultline.collectors.mapping.SignatureRule.SecretPlace;

/// Reads the secrets of signatures from where mappings say that they are.
final class Secrets {
    static final int CHARACTERS_MIN = 16;

    private Secrets() {}

    static List<byte[]> read(String source, SignatureRule rule, Map<String, String> environment) {
        return rule.secrets().stream().map(place -> read(source, place, environment)).toList();
    }

    private static byte[] read(String source, SecretPlace place, Map<String, String> environment) {
        String name = place.file() == null ? "environment variable " + place.environment() : "file " + place.file();
        String secret = text(source, name, place, environment);
        if (secret == null || secret.length() < CHARACTERS_MIN) {
            throw new IllegalArgumentException("the secret of alert mapping '" + source + "' in " + name + " is "
                    + (secret == null ? "missing" : secret.length() + " characters long") + ", expected at least " + CHARACTERS_MIN
                    + " characters");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(String source, String name, SecretPlace place, Map<String, String> environment) {
        if (place.file() == null) {
            return environment.get(String.valueOf(place.environment()));
        }
        try {
            return Files.readString(Path.of(place.file())).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("the secret of alert mapping '" + source + "' cannot be read from " + name
                    + ", expected a file with nothing else in it: " + e, e);
        }
    }
}
