package dev.faultline.rca.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.faultline.rca.RcaException;

/// Rules as the text that is kept beside a ranking, and as what identifies them.
public final class RulesText {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    private static final int DIGEST_CHARACTERS = 10;
    private static final String SEPARATOR = "-";

    private RulesText() {}

    /// The rules as JSON: equal rules have equal texts.
    public static String of(Rules rules) {
        return JSON.writeValueAsString(rules);
    }

    /// The rules of a text, with the version that they had.
    public static Rules read(String text) {
        try {
            return JSON.readValue(text, Rules.class);
        } catch (JacksonException e) {
            throw new RcaException("the ranking rules are kept in a form that this version cannot read: " + e.getOriginalMessage(), e);
        }
    }

    /// The same rules under a version that ends with a digest of what they say, so that two with one version are the same.
    static Rules versioned(Rules rules) {
        return rules.withVersion(rules.version() + SEPARATOR + digest(of(rules)));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new RcaException("this Java has no SHA-256", e);
        }
    }
}
