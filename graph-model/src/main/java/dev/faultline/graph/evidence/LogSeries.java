package dev.faultline.graph.evidence;

import java.util.List;

import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;

/// How often lines of one template were logged over time.
///
/// @param template what the lines say without what varies; empty where lines of a level are not told apart
/// @param lines number of lines in each step; 0 where none was logged
/// @param samples some of the lines of the time of the fault
public record LogSeries(LogLevel level, String template, Series lines, List<LogSample> samples) {
    public LogSeries {
        samples = List.copyOf(samples);
    }

    /// The same with other numbers.
    public LogSeries with(Series other) {
        return new LogSeries(level, template, other, samples);
    }
}
