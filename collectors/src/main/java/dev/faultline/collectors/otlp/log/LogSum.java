package dev.faultline.collectors.otlp.log;

import java.util.List;
import java.util.stream.Stream;

import dev.faultline.graph.log.LogSample;
import dev.faultline.graph.log.LogWindow;

/// Lines that are counted together.
///
/// @param samples the first of them, to show
public record LogSum(long count, List<LogSample> samples) {
    public LogSum {
        samples = List.copyOf(samples);
    }

    LogSum plus(LogSum other) {
        return new LogSum(count + other.count, samples.size() >= LogWindow.SAMPLES_MAX || other.samples.isEmpty()
                ? samples
                : Stream.concat(samples.stream(), other.samples.stream()).limit(LogWindow.SAMPLES_MAX).toList());
    }
}
