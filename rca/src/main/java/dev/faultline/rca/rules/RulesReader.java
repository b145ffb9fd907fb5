package dev.faultline.rca.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.faultline.rca.RcaException;

/// Reads ranking rules from YAML; whatever a file leaves out is as in the rules that are shipped.
public final class RulesReader {
    private static final String DEFAULTS = "/faultline/ranking-rules.yaml";
    private static final String WEIGHTS = "weights";
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private RulesReader() {}

    /// The rules that are shipped.
    public static Rules defaults() {
        return rules(shipped(), DEFAULTS);
    }

    /// The rules that are shipped but for what a file says otherwise, key by key.
    ///
    /// @throws RcaException with a sentence on the first thing in the file that is wrong
    public static Rules read(Path file) {
        ObjectNode rules = shipped();
        try (InputStream yaml = Files.newInputStream(file)) {
            JsonNode own = YAML.readTree(yaml);
            if (!own.isObject()) {
                throw new RcaException("the ranking rules in " + file + " are no map, expected keys such as weights or unknownBelow");
            }
            requireKnownTerms(rules, own, file);
            override(rules, (ObjectNode) own, file);
        } catch (IOException | JacksonException e) {
            throw unreadable(file.toString(), e);
        }
        return rules(rules, file.toString());
    }

    private static ObjectNode shipped() {
        try (InputStream yaml = RulesReader.class.getResourceAsStream(DEFAULTS)) {
            if (yaml == null) {
                throw new RcaException("ranking rules " + DEFAULTS + " are missing from the class path");
            }
            return (ObjectNode) YAML.readTree(yaml);
        } catch (IOException | JacksonException e) {
            throw unreadable(DEFAULTS, e);
        }
    }

    private static Rules rules(ObjectNode tree, String origin) {
        try {
            return RulesText.versioned(YAML.treeToValue(tree, Rules.class));
        } catch (JacksonException e) {
            throw unreadable(origin, e);
        }
    }

    /// A weight of a term that nothing rates would be without effect.
    private static void requireKnownTerms(ObjectNode rules, JsonNode own, Path file) {
        for (JsonNode terms : own.path(WEIGHTS)) {
            terms.propertyNames().stream().filter(term -> rules.path(WEIGHTS).findValue(term) == null).findFirst().ifPresent(term -> {
                throw new RcaException("the ranking rules in " + file + " give a weight to '" + term + "', expected a term such as "
                        + String.join(", ", rules.path(WEIGHTS).path("UNKNOWN").propertyNames()));
            });
        }
    }

    private static void override(ObjectNode rules, ObjectNode own, Path file) {
        own.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                throw new RcaException("the ranking rules in " + file + " say nothing after '" + entry.getKey()
                        + "', expected a value, or the key left out");
            }
            JsonNode shipped = rules.get(entry.getKey());
            if (shipped instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode values) {
                override(inner, values, file);
            } else {
                rules.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static RcaException unreadable(String origin, Exception e) {
        String reason = e instanceof JacksonException wrong ? wrong.getOriginalMessage() : e.toString();
        return new RcaException("cannot read the ranking rules in " + origin + ": " + reason.lines().findFirst().orElse(""), e);
    }
}
