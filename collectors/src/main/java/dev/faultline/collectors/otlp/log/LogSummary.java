package dev.faultline.collectors.otlp.log;

import java.util.List;
import java.util.Map;

import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogSample;
import dev.faultline.graph.log.LogTemplate;
import dev.faultline.graph.log.LogWindow;

/// Turns lines into counts: those that tell of trouble by their template, with a few to show, all others by their level alone.
///
/// Secrets are taken out before anything is made of a line. Any thread may use it.
public final class LogSummary {
    private final KnownTemplates templates;
    private final LogCounts counts;

    /// @param counts told of what is masked and what overflows
    public LogSummary(LogLimits limits, LogCounts counts) {
        this.templates = new KnownTemplates(limits.templatesMax());
        this.counts = counts;
    }

    /// Returns the counts of some lines.
    ///
    /// @param nowMillis when they came
    public Map<LogKey, LogSum> of(List<LogLine> lines, long nowMillis) {
        LogSums sums = new LogSums();
        lines.forEach(line -> add(line, nowMillis, sums));
        return sums.take();
    }

    private void add(LogLine line, long nowMillis, LogSums sums) {
        LogLevel level = line.level() == LogLevel.UNKNOWN
                ? LogTemplate.writtenLevel(line.text()).orElse(LogLevel.UNKNOWN)
                : line.level();
        if (!level.isTrouble()) {
            sums.add(new LogKey(line.origin(), line.minute(), level, ""), new LogSum(1, List.of()));
            return;
        }
        String text = SecretMask.masked(line.text());
        if (!text.equals(line.text())) {
            counts.add(LogFate.SECRET_MASKED, 1);
        }
        String template = cut(LogTemplate.of(level, text).text(), LogWindow.TEMPLATE_CHARS_MAX);
        String bounded = templates.bounded(line.origin(), template, nowMillis);
        if (!bounded.equals(template)) {
            counts.add(LogFate.TEMPLATE_OVERFLOW, 1);
        }
        LogSample sample = new LogSample(cut(text.strip(), LogWindow.SAMPLE_CHARS_MAX), line.traceId());
        sums.add(new LogKey(line.origin(), line.minute(), level, bounded), new LogSum(1, List.of(sample)));
    }

    private static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(charsMax - 1)) ? charsMax - 1 : charsMax);
    }
}
