package dev.faultline.collectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import dev.faultline.collectors.json.InvalidInputException;
import dev.faultline.collectors.json.JsonField;

/// All mappings that are in force, by the monitor whose messages they read: those of a file, and those that Faultline comes with.
public final class AlertMappings {
    private static final List<String> SHIPPED = List.of("alertmanager", "cloudevents", "grafana", "nagios", "pagerduty", "plain",
            "skywalking", "snmp", "syslog", "zabbix");
    private static final int MAPPINGS_MAX = 1_000;
    private static final YAMLMapper MAPPER = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final SequencedMap<String, AlertMapping> bySource = new LinkedHashMap<>();
    private final Map<String, ObjectNode> written = new HashMap<>();

    private AlertMappings() {}

    /// The mappings that Faultline comes with.
    public static AlertMappings defaults() {
        var mappings = new AlertMappings();
        for (String name : SHIPPED) {
            try (InputStream file = AlertMappings.class.getResourceAsStream(name + ".yaml")) {
                if (file == null) {
                    throw new IllegalStateException(name + ".yaml is not on the class path, expected it beside " + AlertMappings.class);
                }
                mappings.add(name + ".yaml", file.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException(name + ".yaml cannot be read from the class path", e);
            }
        }
        return mappings;
    }

    /// Those, and the ones of a file, which go before them.
    ///
    /// @throws IllegalArgumentException with a sentence that names the file and the key that is wrong
    public static AlertMappings load(Path file) {
        AlertMappings mappings = defaults();
        try {
            mappings.add(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("alert mappings " + file + " cannot be read, expected a YAML file: " + e.getMessage(), e);
        }
        return mappings;
    }

    /// The same as of a file of that text.
    static AlertMappings of(String name, String yaml) {
        AlertMappings mappings = defaults();
        mappings.add(name, yaml.getBytes(StandardCharsets.UTF_8));
        return mappings;
    }

    private void add(String name, byte[] yaml) {
        try {
            add(JsonField.of(MAPPER.readTree(yaml)).onlyFields(Set.of("mappings")).field("mappings"),
                    new String(yaml, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("alert mappings " + name + " are no YAML: " + e.getOriginalMessage() + " (line "
                    + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ")", e);
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException("alert mappings " + name + " are wrong: " + e.getMessage(), e);
        }
    }

    private void add(JsonField list, String text) {
        if (!list.present()) {
            throw list.wrong("a list of mappings");
        }
        var sources = new HashMap<String, JsonField>();
        for (JsonField each : list.items(MAPPINGS_MAX)) {
            JsonField whole = withBase(each);
            String source = MappingParser.source(whole);
            if (sources.putIfAbsent(source, each) != null) {
                throw each.field("source").wrong("a source that no other mapping of the file has");
            }
            bySource.put(source, MappingParser.parse(whole, text));
            written.put(source, (ObjectNode) whole.value());
        }
    }

    /// The mapping with all that it does not say itself as the one says that it is like.
    private JsonField withBase(JsonField field) {
        if (!field.value().isObject()) {
            throw field.wrong("a mapping with its source");
        }
        JsonField like = field.field("like");
        if (!like.present()) {
            return field;
        }
        ObjectNode base = written.get(ValueParser.scalar(like));
        if (base == null) {
            throw like.wrong("one of " + String.join(", ", bySource.keySet()));
        }
        ObjectNode whole = base.deepCopy();
        for (Map.Entry<String, JsonNode> own : field.value().properties()) {
            whole.set(own.getKey(), own.getValue());
        }
        return field.as(whole);
    }

    /// The mapping for messages that come from a monitor over HTTP.
    public Optional<AlertMapping> ofHttp(String source) {
        return Optional.ofNullable(bySource.get(source)).filter(mapping -> mapping.input().equals(MappingParser.HTTP));
    }

    /// How long the alerts of a source last of whose end nothing tells, by that source.
    public Map<String, Duration> lasting() {
        var lasting = new HashMap<String, Duration>();
        bySource.values().forEach(mapping -> mapping.lasts().ifPresent(lasts -> lasting.put(mapping.source(), lasts)));
        return lasting;
    }

    /// All of them.
    public Collection<AlertMapping> all() {
        return List.copyOf(bySource.values());
    }

    /// Those for messages that come in one way, those of the file first, as the first that takes a message reads it.
    public List<AlertMapping> of(String input) {
        return List.copyOf(bySource.sequencedValues().reversed()).stream().filter(mapping -> mapping.input().equals(input)).toList();
    }
}
