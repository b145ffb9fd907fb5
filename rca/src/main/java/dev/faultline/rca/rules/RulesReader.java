package dev.faultline.rca.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.faultline.rca.RcaException;

/// Reads ranking rules from YAML.
public final class RulesReader {
    private static final String DEFAULTS = "/faultline/ranking-rules.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private RulesReader() {}

    /// The rules that are shipped.
    public static Rules defaults() {
        try (InputStream yaml = RulesReader.class.getResourceAsStream(DEFAULTS)) {
            if (yaml == null) {
                throw new RcaException("ranking rules " + DEFAULTS + " are missing from the class path");
            }
            return YAML.readValue(yaml, Rules.class);
        } catch (IOException | JacksonException e) {
            throw new RcaException("cannot read the ranking rules " + DEFAULTS + ": " + e.getMessage(), e);
        }
    }

    /// Rules from a file of the same shape as the shipped one.
    public static Rules read(Path file) {
        try (InputStream yaml = Files.newInputStream(file)) {
            return YAML.readValue(yaml, Rules.class);
        } catch (IOException | JacksonException e) {
            throw new RcaException("cannot read the ranking rules in " + file + ": " + e.getMessage(), e);
        }
    }
}
