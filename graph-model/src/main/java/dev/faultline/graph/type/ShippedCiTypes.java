package dev.faultline.graph.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The CI types that Faultline ships, one YAML file an area.
public final class ShippedCiTypes {
    private static final List<String> AREAS = List.of("facility", "network", "compute", "store", "business", "cloud");

    private ShippedCiTypes() {}

    /// Reads and checks the shipped types.
    public static CiTypes load() {
        return CiTypes.of(AREAS.stream().flatMap(area -> CiTypeText.fromYaml(area + ".yaml", text(area + ".yaml")).stream()).toList());
    }

    private static String text(String file) {
        try (var stream = ShippedCiTypes.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new InvalidCiTypes(List.of("the shipped file " + file + " is missing from the class path"));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the shipped file " + file + " cannot be read", unreadable);
        }
    }
}
