package dev.faultline.collectors.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// Identity of a condition whose sender gives none: a hash of its labels, whatever their order, or of parts of the message.
final class LabelFingerprint {

    private static final int HEX_DIGITS = 32;

    private LabelFingerprint() {}

    static String of(Map<String, String> labels) {
        MessageDigest digest = digest();
        new TreeMap<>(labels).forEach((name, value) -> digest.update((name + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    /// The hash of texts in their order.
    static String of(List<@Nullable String> texts) {
        MessageDigest digest = digest();
        texts.forEach(text -> digest.update(((text == null ? "" : text) + '\0').getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, expected it in every Java", e);
        }
    }
}
