package dev.faultline.collectors.otlp.log;

import java.util.LinkedHashMap;
import java.util.Map;

/// Counts of lines that gather until somebody takes them. Not safe for use by several threads.
public final class LogSums {
    private Map<LogKey, LogSum> sums = new LinkedHashMap<>();

    public void add(LogKey key, LogSum sum) {
        sums.merge(key, sum, LogSum::plus);
    }

    public void addAll(Map<LogKey, LogSum> others) {
        others.forEach(this::add);
    }

    public int size() {
        return sums.size();
    }

    /// Gives all and begins again with nothing.
    public Map<LogKey, LogSum> take() {
        Map<LogKey, LogSum> taken = sums;
        sums = new LinkedHashMap<>();
        return taken;
    }
}
