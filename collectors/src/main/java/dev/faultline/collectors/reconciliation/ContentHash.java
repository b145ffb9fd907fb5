package dev.faultline.collectors.reconciliation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeMap;

import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.type.CiTypeText;
import dev.faultline.graph.type.CiTypes;

/// A text that stands for all that a claim says, under the CI types that it was read with.
///
/// It covers the types, so that after a type was changed every claim is judged once more.
final class ContentHash {
    private final String typesHash;

    ContentHash(CiTypes types) {
        var digest = sha256();
        types.all().forEach(type -> add(digest, CiTypeText.toJson(type)));
        typesHash = HexFormat.of().formatHex(digest.digest());
    }

    String of(Claim claim) {
        var digest = sha256();
        add(digest, typesHash);
        add(digest, claim.key());
        add(digest, claim.ciType());
        add(digest, claim.name());
        new TreeMap<>(claim.attributes()).forEach((name, value) -> {
            add(digest, name);
            add(digest, value.getClass().getSimpleName());
            add(digest, value.toString());
        });
        claim.relations().stream()
                .sorted(Comparator.comparing(Claim.ClaimedRelation::type).thenComparing(Claim.ClaimedRelation::toKey))
                .forEach(relation -> {
                    add(digest, relation.type());
                    add(digest, relation.toKey());
                });
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    /// The hash of a text alone.
    static String of(String text) {
        var digest = sha256();
        add(digest, text);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
