package dev.faultline.collectors.otlp.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Counts of lines as the journal keeps them: JSON, without the lines themselves but for those to show.
public final class LogSumText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private record Entry(LogKey key, LogSum sum) {}

    private LogSumText() {}

    public static byte[] of(Map<LogKey, LogSum> sums) {
        return MAPPER.writeValueAsBytes(sums.entrySet().stream().map(entry -> new Entry(entry.getKey(), entry.getValue())).toList());
    }

    /// Returns the counts as they were.
    ///
    /// @throws tools.jackson.core.JacksonException where it is no such text
    public static Map<LogKey, LogSum> read(byte[] text) {
        Map<LogKey, LogSum> sums = new LinkedHashMap<>();
        MAPPER.readValue(text, new TypeReference<List<Entry>>() {
        }).forEach(entry -> sums.put(entry.key, entry.sum));
        return sums;
    }
}
