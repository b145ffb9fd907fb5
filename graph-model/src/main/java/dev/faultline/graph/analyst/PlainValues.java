package dev.faultline.graph.analyst;

import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.IsoDuration;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Point;
import org.neo4j.driver.types.Relationship;

/// Turns the driver's values into plain ones, and stops where all of them together grow past the limits.
final class PlainValues {
    private final AnalystLimits limits;
    private int values;
    private long characters;

    PlainValues(AnalystLimits limits) {
        this.limits = limits;
    }

    /// That what was turned so far is as much as the limits allow.
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full(String sentence) {
            super(sentence, null, false, false);
        }
    }

    @Nullable
    Object plain(@Nullable Object value) {
        count(value);
        return switch (value) {
            case null -> null;
            case Node node -> node(node);
            case Relationship relationship -> relationship(relationship);
            case Path path -> path(path);
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case Double number when !Double.isFinite(number) -> number.toString();
            case Point point -> point(point);
            case TemporalAccessor time -> time.toString();
            case IsoDuration duration -> duration.toString();
            default -> value;
        };
    }

    private void count(@Nullable Object value) {
        if (++values > limits.valuesMax()) {
            throw new Full("more than " + limits.valuesMax() + " values");
        }
        characters += switch (value) {
            case String text -> text.length();
            case byte[] bytes -> bytes.length * 4L / 3;
            case null, default -> 0;
        };
        if (characters > limits.charactersMax()) {
            throw new Full("more than " + limits.charactersMax() + " characters");
        }
    }

    private Map<String, @Nullable Object> node(Node node) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("elementId", node.elementId());
        plain.put("labels", plain(sorted(node.labels())));
        plain.put("properties", properties(node));
        return plain;
    }

    private Map<String, @Nullable Object> relationship(Relationship relationship) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("elementId", relationship.elementId());
        plain.put("type", relationship.type());
        plain.put("from", relationship.startNodeElementId());
        plain.put("to", relationship.endNodeElementId());
        plain.put("properties", properties(relationship));
        return plain;
    }

    private Map<String, @Nullable Object> path(Path path) {
        List<@Nullable Object> nodes = new ArrayList<>();
        path.nodes().forEach(node -> nodes.add(plain(node)));
        List<@Nullable Object> relationships = new ArrayList<>();
        path.relationships().forEach(relationship -> relationships.add(plain(relationship)));
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put("nodes", nodes);
        plain.put("relationships", relationships);
        return plain;
    }

    private @Nullable Object properties(Entity entity) {
        return map(entity.asMap());
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
        return plain;
    }

    private List<@Nullable Object> list(List<?> list) {
        List<@Nullable Object> plain = new ArrayList<>();
        list.forEach(value -> plain.add(plain(value)));
        return plain;
    }

    private static Map<String, Object> point(Point point) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("srid", point.srid());
        plain.put("x", point.x());
        plain.put("y", point.y());
        if (!Double.isNaN(point.z())) {
            plain.put("z", point.z());
        }
        return plain;
    }

    private static List<String> sorted(Iterable<String> labels) {
        List<String> sorted = new ArrayList<>();
        labels.forEach(sorted::add);
        sorted.sort(null);
        return sorted;
    }
}
