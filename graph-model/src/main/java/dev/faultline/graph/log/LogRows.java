package dev.faultline.graph.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/// Windows of logs as rows of queries.
final class LogRows {
    private LogRows() {}

    static Map<String, Object> row(LogWindow window) {
        return Map.of("ciId", window.ciId(), "minute", window.minute(), "level", window.level().name(), "template", window.template(),
                "count", window.count(), "samples", window.samples().stream().map(LogSample::line).toList(), "traceIds",
                window.samples().stream().map(LogSample::traceId).toList());
    }

    static LogWindow window(Record row) {
        List<String> lines = row.get("samples").asList(Value::asString);
        List<String> traceIds = row.get("traceIds").asList(Value::asString);
        List<LogSample> samples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            samples.add(new LogSample(lines.get(i), traceIds.get(i)));
        }
        return new LogWindow(row.get("ciId").asString(), row.get("minute").asLong(), LogLevel.valueOf(row.get("level").asString()),
                row.get("template").asString(), row.get("count").asLong(), samples);
    }
}
