package dev.faultline.graph.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads definitions of CI types from YAML or JSON; what is unknown or of the wrong shape is refused with its place.
final class CiTypeReader {
    private static final Set<String> TYPE_KEYS = Set.of("name", "parent", "description", "abstract", "shortLived", "attributes",
            "identification", "relations", "version");
    private static final Set<String> ATTRIBUTE_KEYS = Set.of("name", "type", "unit", "ignoreCase", "required", "pattern", "min", "max",
            "oneOf",
            "sources");
    private static final Set<String> RELATION_KEYS = Set.of("name", "to", "single", "match");

    private final ObjectMapper mapper;

    CiTypeReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /// The types of a document: one definition, or a list of them under `types`.
    List<CiType> read(String origin, String text) {
        try {
            var document = mapper.readTree(text);
            return document.has("types") ? list(document, "types", origin, node -> type(node, origin)) : List.of(type(document, origin));
        } catch (JacksonException unreadable) {
            throw refuse(origin + " cannot be read: " + unreadable.getOriginalMessage());
        }
    }

    private static CiType type(JsonNode node, String origin) {
        var name = text(node, "name", origin);
        var where = "CI type " + name + " in " + origin;
        refuseOthers(node, TYPE_KEYS, where);
        return new CiType(name, optional(node, "parent", where), node.path("description").asString(""), flag(node, "abstract", where),
                flag(node, "shortLived", where), list(node, "attributes", where, each -> attribute(each, where)),
                list(node, "identification", where, each -> new IdentificationRule(texts(each, where))),
                list(node, "relations", where, each -> relation(each, where)), node.path("version").asInt(1));
    }

    private static AttributeType attribute(JsonNode node, String owner) {
        var name = text(node, "name", owner);
        var where = "attribute " + name + " of " + owner;
        refuseOthers(node, ATTRIBUTE_KEYS, where);
        return new AttributeType(name, valueType(node.path("type").asString("text"), where), optional(node, "unit", where),
                flag(node, "ignoreCase", where), flag(node, "required", where), rules(node, where),
                node.has("sources") ? texts(node.get("sources"), where) : List.of());
    }

    private static ValueType valueType(String text, String where) {
        return Stream.of(ValueType.values()).filter(type -> type.name().equals(text.toUpperCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> refuse(where + " has the type " + text + ", expected one of "
                        + String.join(", ", Stream.of(ValueType.values()).map(type -> type.name().toLowerCase(Locale.ROOT)).toList())));
    }

    private static List<ValueRule> rules(JsonNode node, String where) {
        var rules = new ArrayList<ValueRule>();
        try {
            if (node.has("pattern")) {
                rules.add(new ValueRule.Matches(text(node, "pattern", where)));
            }
            if (node.has("min") || node.has("max")) {
                rules.add(new ValueRule.Between(node.path("min").asDouble(-Double.MAX_VALUE), node.path("max").asDouble(Double.MAX_VALUE)));
            }
        } catch (IllegalArgumentException impossible) {
            throw refuse(where + " has an impossible rule: " + impossible.getMessage());
        }
        if (node.has("oneOf")) {
            rules.add(new ValueRule.OneOf(texts(node.get("oneOf"), where)));
        }
        return rules;
    }

    private static RelationType relation(JsonNode node, String owner) {
        var name = text(node, "name", owner);
        var where = "relation " + name + " of " + owner;
        refuseOthers(node, RELATION_KEYS, where);
        return new RelationType(name, list(node, "to", where, each -> each.asString("")), flag(node, "single", where),
                list(node, "match", where, each -> textMap(each, where)));
    }

    private static Map<String, String> textMap(JsonNode node, String where) {
        if (!node.isObject() || node.isEmpty()) {
            throw refuse(where + " has the match " + node + ", expected attribute names by attribute name");
        }
        var map = new LinkedHashMap<String, String>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asString("")));
        return map;
    }

    private static <T> List<T> list(JsonNode node, String key, String where, Function<JsonNode, T> read) {
        var items = node.path(key);
        if (!items.isArray() && !items.isMissingNode()) {
            throw refuse(where + " has " + key + " that is no list, expected a list");
        }
        return items.valueStream().map(read).toList();
    }

    private static List<String> texts(JsonNode node, String where) {
        if (!node.isArray() || node.isEmpty()) {
            throw refuse(where + " has " + node + ", expected a list of texts");
        }
        return node.valueStream().map(each -> each.asString("")).toList();
    }

    private static String text(JsonNode node, String key, String where) {
        var value = optional(node, key, where);
        if (value == null || value.isBlank()) {
            throw refuse(where + " lacks " + key + ", expected a text");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String key, String where) {
        var value = node.path(key);
        if (!value.isMissingNode() && !value.isNull() && !value.isValueNode()) {
            throw refuse(where + " has " + key + " that is no text, expected a text");
        }
        return value.isMissingNode() || value.isNull() ? null : value.asString("");
    }

    private static boolean flag(JsonNode node, String key, String where) {
        var value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw refuse(where + " has " + key + " = " + value + ", expected true or false");
        }
        return value.asBoolean(false);
    }

    private static void refuseOthers(JsonNode node, Set<String> known, String where) {
        for (var key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw refuse(where + " has the key " + key + ", expected one of " + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    private static InvalidCiTypes refuse(String problem) {
        return new InvalidCiTypes(List.of(problem));
    }
}
