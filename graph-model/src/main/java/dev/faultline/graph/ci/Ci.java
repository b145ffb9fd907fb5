package dev.faultline.graph.ci;

import java.time.Instant;
import java.util.Map;

/// A configuration item: anything with an identity that is run, from a rack to a function of a service.
///
/// @param id stable identity in the graph
/// @param type name of its CI type
/// @param attributes values by attribute name; strings, booleans, longs, doubles, or lists of these
/// @param validFrom since when the CI has had exactly these values
public record Ci(String id, String type, String name, Map<String, Object> attributes, Instant validFrom) {
    public Ci {
        Required.text("CI id", id);
        Required.text("CI type", type);
        attributes = Map.copyOf(attributes);
    }
}
