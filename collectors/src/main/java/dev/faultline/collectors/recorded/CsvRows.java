package dev.faultline.collectors.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// The rows of a gzipped CSV file with a header line (RFC 4180: quoted fields may hold commas, quotes and line breaks).
final class CsvRows {

    /// One row, its fields by the names of the header.
    record Row(Map<String, Integer> columns, List<String> fields) {
        String get(String column) {
            Integer at = columns.get(column);
            return at == null || at >= fields.size() ? "" : fields.get(at);
        }
    }

    private CsvRows() {}

    /// Hands each row of the file to the consumer; a file that is absent has no rows.
    static void read(Path file, Consumer<Row> consumer) {
        if (!Files.exists(file)) {
            return;
        }
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            Map<String, Integer> columns = new HashMap<>();
            List<String> header = record(reader);
            for (int i = 0; i < header.size(); i++) {
                columns.put(header.get(i), i);
            }
            for (List<String> fields = record(reader); !fields.isEmpty(); fields = record(reader)) {
                consumer.accept(new Row(columns, fields));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new RecordedIncidentException("cannot read " + file + ", expected gzipped CSV", e);
        }
    }

    private static List<String> record(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        List<String> fields = new ArrayList<>();
        if (line == null) {
            return fields;
        }
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; true; i++) {
            if (i == line.length()) {
                String more = quoted ? reader.readLine() : null;
                if (more == null) {
                    fields.add(field.toString());
                    return fields;
                }
                field.append('\n');
                line = more;
                i = -1;
                continue;
            }
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
    }
}
