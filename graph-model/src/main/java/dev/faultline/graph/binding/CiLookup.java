package dev.faultline.graph.binding;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.ci.Required;

/// A description of one CI by what the outside world knows of it.
///
/// @param label the Neo4j label of its CI type or of an ancestor, such as `Service`; null where any type will do
/// @param property `id`, `name`, or the attribute that holds the value
/// @param within name of a CI that the one looked for is related to, such as the service of an instance; null where it does not matter
public record CiLookup(@Nullable String label, String property, String value, @Nullable String within) {
    public CiLookup {
        Required.text("CI lookup property", property);
        Required.text("CI lookup value", value);
        if (label == null && byAttribute(property)) {
            throw new IllegalArgumentException("CI lookup by attribute " + property + " has no type, expected one");
        }
    }

    /// Whether it asks for an attribute, rather than for an id or a name.
    boolean byAttribute() {
        return byAttribute(property);
    }

    private static boolean byAttribute(String property) {
        return !property.equals("id") && !property.equals("name");
    }

    /// A CI of a type by its name.
    public static CiLookup byName(String label, String name) {
        return new CiLookup(label, "name", name, null);
    }

    /// A CI by its id.
    public static CiLookup byId(String id) {
        return new CiLookup(null, "id", id, null);
    }
}
