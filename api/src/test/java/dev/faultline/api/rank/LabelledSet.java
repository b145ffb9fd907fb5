package dev.faultline.api.rank;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

/// Recorded incidents of one system with the labels that lie beside them.
///
/// @param causes id of the CI to blame by the name of the incident
record LabelledSet(String name, Path folder, Map<String, String> causes) {
    /// All sets that accuracy is measured on; each is of a system of its own.
    static final List<String> NAMES = List.of("nezha-tt", "changerca", "petshop", "tvdiag-gaia", "tvdiag-sockshop", "tvdiag-hotel");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// `../shared/rca-bench` from the root, or the folder of the system property `faultline.recorded`.
    static Path home() {
        String property = System.getProperty("faultline.recorded");
        String root = System.getProperty("faultline.root", ".");
        return property == null ? Path.of(root).resolve("../shared/rca-bench") : Path.of(property);
    }

    static boolean exists(String name) {
        return Files.isDirectory(home().resolve(name));
    }

    static LabelledSet of(String name) {
        Map<String, String> causes = new HashMap<>();
        JSON.readTree(home().resolve(name).resolve("truth.json").toFile()).propertyStream()
                .forEach(label -> causes.put(label.getKey(), label.getValue().path("ci").asString()));
        return new LabelledSet(name, home().resolve(name), causes);
    }
}
