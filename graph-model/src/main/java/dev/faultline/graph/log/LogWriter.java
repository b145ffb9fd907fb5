package dev.faultline.graph.log;

import java.util.List;
import java.util.Map;

import dev.faultline.graph.journal.WrittenSegments;
import dev.faultline.graph.neo4j.GraphConnection;
import dev.faultline.graph.neo4j.GraphWork;

/// Adds to the windows of logs, once for each segment of a journal.
public final class LogWriter {
    private final GraphConnection graph;
    private final WrittenSegments segments;

    public LogWriter(GraphConnection graph) {
        this.graph = graph;
        this.segments = new WrittenSegments(graph);
    }

    /// What is written of journals.
    public WrittenSegments segments() {
        return segments;
    }

    /// Adds what the windows counted to what is stored.
    ///
    /// @param windows no two of the same CI, minute, level and template
    /// @return whether the segment was new
    public boolean write(String journalId, long segment, List<LogWindow> windows) {
        return segments.write(journalId, segment, work -> put(work, windows));
    }

    /// Adds a part of a segment whose number is written with its last part: after a crash in between, the part is added again.
    public void add(List<LogWindow> windows) {
        graph.write(work -> {
            put(work, windows);
            return windows;
        });
    }

    private static void put(GraphWork work, List<LogWindow> windows) {
        if (!windows.isEmpty()) {
            work.run("log/add-log-windows",
                    Map.of("windows", windows.stream().map(LogRows::row).toList(), "samplesMax", LogWindow.SAMPLES_MAX));
        }
    }
}
