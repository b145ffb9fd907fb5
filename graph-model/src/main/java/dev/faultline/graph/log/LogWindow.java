package dev.faultline.graph.log;

import java.util.List;

/// How often one CI logged lines of one template within a minute.
///
/// @param minute minutes since the epoch
/// @param template what the lines say without what varies; empty where only their number is kept
/// @param count how many lines
/// @param samples some of them
public record LogWindow(String ciId, long minute, LogLevel level, String template, long count, List<LogSample> samples) {
    /// A longer template is cut.
    public static final int TEMPLATE_CHARS_MAX = 200;
    /// A longer line to show is cut.
    public static final int SAMPLE_CHARS_MAX = 300;
    /// A window keeps no more lines to show.
    public static final int SAMPLES_MAX = 2;

    public LogWindow {
        samples = List.copyOf(samples);
    }
}
