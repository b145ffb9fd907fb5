package dev.faultline.collectors.alertmanager;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// Identity of a condition whose sender gives none: a hash of its labels, whatever their order.
final class LabelFingerprint {

    private static final int HEX_DIGITS = 32;

    private LabelFingerprint() {}

    static String of(Map<String, String> labels) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(labels).forEach((name, value) -> digest.update((name + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, expected it in every Java", e);
        }
    }
}
