package dev.faultline.collectors.reconciliation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.type.AttributeType;
import dev.faultline.graph.type.CiTypes;
import dev.faultline.graph.type.ValueType;

/// Computes the identity keys of a CI: one for each identification rule of its type whose attributes all have telling values.
///
/// A key names the type that declares the rule, so that a rule inherited by two types tells their CIs apart too.
final class Identities {
    /// Longer keys are stored as their hash, because an index entry has a size limit.
    private static final int KEY_LENGTH_MAX = 512;

    private final CiTypes types;

    Identities(CiTypes types) {
        this.types = types;
    }

    /// Identity keys by the rule that gives them, in order of trust.
    SequencedMap<String, String> keys(String ciType, String name, Map<String, Object> attributes) {
        var keys = new LinkedHashMap<String, String>();
        var definitions = types.attributes(ciType);
        for (var declared : types.identification(ciType)) {
            var rule = rule(declared.type(), declared.rule().attributes());
            var key = key(rule, declared.rule().attributes().stream().map(each -> value(each, name, attributes, definitions)).toList());
            if (key != null) {
                keys.put(rule, key);
            }
        }
        return keys;
    }

    /// The key under which a CI is found whose type declares this rule and whose attributes have these values, or null for junk.
    @Nullable
    String key(String declaringType, List<String> ruleAttributes, Map<String, Object> values) {
        return key(rule(declaringType, ruleAttributes),
                ruleAttributes.stream().map(each -> value(each, name(values), values, types.attributes(declaringType))).toList());
    }

    private static String name(Map<String, Object> values) {
        return values.get("name") instanceof String name ? name : "";
    }

    private static String rule(String declaringType, List<String> attributes) {
        return declaringType + "(" + String.join(",", attributes) + ")";
    }

    private static @Nullable String key(String rule, List<String> values) {
        if (values.stream().anyMatch(String::isEmpty)) {
            return null;
        }
        var key = rule + "=" + String.join("\u001f", values);
        return key.length() <= KEY_LENGTH_MAX ? key : rule + "#" + ContentHash.of(key);
    }

    /// The value as it identifies, empty where it does not.
    private static String value(String attribute, String name, Map<String, Object> attributes, Map<String, AttributeType> definitions) {
        if (attribute.equals("name")) {
            return JunkValues.isJunk(ValueType.TEXT, name) ? "" : name.strip();
        }
        var value = attributes.get(attribute);
        var definition = definitions.get(attribute);
        if (value == null || definition == null || JunkValues.isJunk(definition.type(), value)) {
            return "";
        }
        return definition.ignoreCase() ? value.toString().toLowerCase(Locale.ROOT) : value.toString();
    }
}
