package dev.faultline.graph.claim;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Claims as the properties of their nodes; values with their times are one JSON text.
final class ClaimRows {
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
    private static final TypeReference<Map<String, List<Object>>> PAIRS = new TypeReference<>() {
    };
    private static final String SEPARATOR = " ";

    private ClaimRows() {}

    static Map<String, Object> properties(StoredClaim claim) {
        var values = new HashMap<String, Object>();
        claim.values().forEach((name, value) -> values.put(name, List.of(value.value(), value.since().toEpochMilli())));
        var properties = new HashMap<String, Object>();
        properties.put("source", claim.source());
        properties.put("scope", claim.scope());
        properties.put("key", claim.key());
        properties.put("ciId", claim.ciId());
        properties.put("ciType", claim.ciType());
        properties.put("name", claim.name());
        properties.put("values", JSON.writeValueAsString(values));
        properties.put("links", claim.links().stream().map(link -> link.type() + SEPARATOR + link.toId()).sorted().toList());
        properties.put("contentHash", claim.contentHash());
        properties.put("problems", claim.problems());
        properties.put("runId", claim.runId());
        return properties;
    }

    static StoredClaim claim(Map<String, Object> properties) {
        return new StoredClaim(text(properties, "source"), text(properties, "scope"), text(properties, "key"), text(properties, "ciId"),
                text(properties, "ciType"), text(properties, "name"), values(text(properties, "values")), links(properties),
                text(properties, "contentHash"), texts(properties, "problems"), text(properties, "runId"));
    }

    private static Map<String, ClaimedValue> values(String json) {
        var values = new HashMap<String, ClaimedValue>();
        JSON.readValue(json, PAIRS).forEach((name, pair) -> values.put(name,
                new ClaimedValue(pair.getFirst(), Instant.ofEpochMilli((Long) pair.getLast()))));
        return values;
    }

    private static Set<ClaimedLink> links(Map<String, Object> properties) {
        return texts(properties, "links").stream().map(text -> text.split(SEPARATOR, 2))
                .map(parts -> new ClaimedLink(parts[0], parts[1])).collect(Collectors.toSet());
    }

    private static List<String> texts(Map<String, Object> properties, String name) {
        return ((List<?>) Objects.requireNonNull(properties.get(name))).stream().map(String.class::cast).toList();
    }

    private static String text(Map<String, Object> properties, String name) {
        return (String) Objects.requireNonNull(properties.get(name));
    }
}
