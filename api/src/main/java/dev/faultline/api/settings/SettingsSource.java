package dev.faultline.api.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Where settings come from: one YAML file and the environment.
public final class SettingsSource {
    /// What every environment variable of Faultline begins with.
    public static final String ENVIRONMENT_PREFIX = "FAULTLINE_";
    /// Names the settings file where the command line does not.
    public static final String FILE_VARIABLE = "FAULTLINE_CONFIG";
    /// Variables that are not settings: the file's name, and what the launcher reads.
    static final Set<String> OTHER_VARIABLES = Set.of(FILE_VARIABLE, "FAULTLINE_JAVA_OPTIONS");
    private static final Path DEFAULT_FILE = Path.of("faultline.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private SettingsSource() {}

    /// The settings file: the one named, else `FAULTLINE_CONFIG`, else `faultline.yaml` of the working directory where it exists.
    public static Optional<Path> file(@Nullable Path named, Map<String, String> environment) {
        String variable = environment.get(FILE_VARIABLE);
        if (named != null) {
            return Optional.of(named);
        }
        if (variable != null && !variable.isBlank()) {
            return Optional.of(Path.of(variable));
        }
        return Optional.of(DEFAULT_FILE).filter(Files::exists);
    }

    /// Reads the file's keys as dotted names with their values as texts.
    static Map<String, String> read(Path file) {
        try {
            Object root = YAML.readValue(Files.readString(file), Object.class);
            Map<String, String> flat = new LinkedHashMap<>();
            if (root != null) {
                flatten("", root, flat);
            }
            return flat;
        } catch (NoSuchFileException e) {
            throw new SettingsException(List.of("settings file " + file + " does not exist"));
        } catch (IOException e) {
            throw new SettingsException(List.of("settings file " + file + " cannot be read: " + e));
        } catch (JacksonException e) {
            throw new SettingsException(List.of("settings file " + file + " is not valid YAML: " + e.getOriginalMessage() + place(e)));
        }
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
    }

    private static void flatten(String prefix, Object node, Map<String, String> flat) {
        switch (node) {
            case Map<?, ?> map -> map.forEach((key, value) -> {
                String name = prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key;
                if (value == null) {
                    flat.put(name, "");
                } else {
                    flatten(name, value, flat);
                }
            });
            case List<?> list -> flat.put(prefix, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
            default -> flat.put(prefix, String.valueOf(node));
        }
    }
}
