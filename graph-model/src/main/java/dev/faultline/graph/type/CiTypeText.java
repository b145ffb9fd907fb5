package dev.faultline.graph.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The definition of a CI type as a document: YAML as it is shipped and JSON as it is stored, with the same keys.
public final class CiTypeText {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final CiTypeReader JSON_READER = new CiTypeReader(JSON);
    private static final CiTypeReader YAML_READER = new CiTypeReader(YAMLMapper.builder().build());

    private CiTypeText() {}

    /// The types of a YAML document; `origin` names it in sentences.
    public static List<CiType> fromYaml(String origin, String text) {
        return YAML_READER.read(origin, text);
    }

    /// The types of a JSON document; `origin` names it in sentences.
    public static List<CiType> fromJson(String origin, String text) {
        return JSON_READER.read(origin, text);
    }

    /// The definition as JSON, from which [#fromJson] reads an equal type.
    public static String toJson(CiType type) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", type.name());
        if (type.parent() != null) {
            map.put("parent", type.parent());
        }
        map.put("description", type.description());
        map.put("abstract", type.isAbstract());
        map.put("shortLived", type.shortLived());
        map.put("attributes", type.attributes().stream().map(CiTypeText::attribute).toList());
        map.put("identification", type.identification().stream().map(IdentificationRule::attributes).toList());
        map.put("relations", type.relations().stream().map(CiTypeText::relation).toList());
        map.put("version", type.version());
        return JSON.writeValueAsString(map);
    }

    private static Map<String, Object> attribute(AttributeType attribute) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", attribute.name());
        map.put("type", attribute.type().name().toLowerCase(Locale.ROOT));
        if (attribute.unit() != null) {
            map.put("unit", attribute.unit());
        }
        map.put("ignoreCase", attribute.ignoreCase());
        map.put("required", attribute.required());
        for (var rule : attribute.rules()) {
            switch (rule) {
                case ValueRule.Matches(var pattern) -> map.put("pattern", pattern);
                case ValueRule.Between(var min, var max) -> {
                    map.put("min", min);
                    map.put("max", max);
                }
                case ValueRule.OneOf(var values) -> map.put("oneOf", values);
            }
        }
        if (!attribute.sources().isEmpty()) {
            map.put("sources", attribute.sources());
        }
        return map;
    }

    private static Map<String, Object> relation(RelationType relation) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", relation.name());
        map.put("to", relation.targets());
        map.put("single", relation.single());
        map.put("match", relation.match());
        return map;
    }
}
