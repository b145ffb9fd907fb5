package dev.faultline.graph.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Typed reading of a node's properties; a missing one that must be there is named in the error.
record Properties(Map<String, Object> values) {
    String text(String name) {
        return required(name, String.class);
    }

    @Nullable
    String textOrNull(String name) {
        return (String) values.get(name);
    }

    long number(String name) {
        return required(name, Long.class);
    }

    double decimal(String name) {
        return required(name, Number.class).doubleValue();
    }

    boolean flag(String name) {
        return required(name, Boolean.class);
    }

    Instant instant(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    @Nullable
    Instant instantOrNull(String name) {
        return values.get(name) instanceof Long millis ? Instant.ofEpochMilli(millis) : null;
    }

    List<String> texts(String name) {
        return list(name, String.class);
    }

    List<Long> numbers(String name) {
        return list(name, Long.class);
    }

    List<Double> decimals(String name) {
        return list(name, Double.class);
    }

    List<Boolean> flags(String name) {
        return list(name, Boolean.class);
    }

    Properties node(String name) {
        return of(required(name, Map.class));
    }

    List<Properties> nodes(String name) {
        return list(name, Map.class).stream().map(Properties::of).toList();
    }

    private static Properties of(Map<?, ?> node) {
        Map<String, Object> values = new HashMap<>();
        node.forEach((key, value) -> values.put((String) key, value));
        return new Properties(values);
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<?> elements = required(name, List.class);
        return elements.stream().<T>map(type::cast).toList();
    }

    private <T> T required(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalStateException("property " + name + " is " + value + ", expected a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
