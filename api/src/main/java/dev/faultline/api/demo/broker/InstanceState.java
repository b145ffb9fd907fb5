package dev.faultline.api.demo.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/// What one instance keeps in memory: the last entries by key, fresh for a while.
final class InstanceState {
    private static final int ENTRIES_MAX = 10_000;
    private static final long FRESH_MILLIS = 1_500;

    private final Map<String, Long> writtenAtMillis = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > ENTRIES_MAX;
        }
    };

    synchronized void write(String key, long nowMillis) {
        writtenAtMillis.put(key, nowMillis);
    }

    /// Whether the key was written lately enough to be served.
    synchronized boolean isFresh(String key, long nowMillis) {
        Long written = writtenAtMillis.get(key);
        return written != null && nowMillis - written < FRESH_MILLIS;
    }
}
