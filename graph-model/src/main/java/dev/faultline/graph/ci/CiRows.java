package dev.faultline.graph.ci;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// CIs as the properties of their nodes.
public final class CiRows {
    private static final Set<String> FIXED = Set.of("id", "type", "name", "validFrom", "validTo", "ciId", "retiredAt", "linksChangedAt");

    private CiRows() {}

    /// The CI of a node's properties.
    public static Ci ci(Map<String, Object> properties) {
        var attributes = new HashMap<>(properties);
        attributes.keySet().removeAll(FIXED);
        return new Ci(text(properties, "id"), text(properties, "type"), text(properties, "name"), attributes,
                Instant.ofEpochMilli((Long) Objects.requireNonNull(properties.get("validFrom"))));
    }

    static Map<String, Object> properties(Ci ci) {
        var properties = new HashMap<>(ci.attributes());
        properties.put("id", ci.id());
        properties.put("type", ci.type());
        properties.put("name", ci.name());
        properties.put("validFrom", ci.validFrom().toEpochMilli());
        return properties;
    }

    private static String text(Map<String, Object> properties, String name) {
        return (String) Objects.requireNonNull(properties.get(name));
    }
}
