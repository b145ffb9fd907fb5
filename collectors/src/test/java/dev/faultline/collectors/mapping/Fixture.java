package dev.faultline.collectors.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;

import dev.faultline.collectors.json.JsonField;
import dev.faultline.graph.alert.notice.AlertNotice;

/// Messages of monitors as their documentation has them; each file says where from in the lines that begin with a `#`.
final class Fixture {
    static final Instant NOW = Instant.parse("2026-03-02T09:45:00Z");

    private Fixture() {}

    static String text(String name) {
        try (InputStream file = Fixture.class.getResourceAsStream(name + ".txt")) {
            if (file == null) {
                throw new AssertionError("there is no fixture " + name + ".txt");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static MappedMessage read(AlertMapping mapping, String body, Instant now) {
        return mapping.read(JsonField.any(body.getBytes(StandardCharsets.UTF_8), "JSON"), now);
    }

    /// What a mapping that Faultline comes with reads in a body.
    static MappedMessage read(String source, String body) {
        return read(AlertMappings.defaults().ofHttp(source).orElseThrow(), body, NOW);
    }

    /// The only notice of a body.
    static AlertNotice notice(String source, String body) {
        MappedMessage message = read(source, body);
        if (message.notices().size() != 1) {
            throw new AssertionError("expected one notice: " + message);
        }
        return message.notices().getFirst();
    }
}
