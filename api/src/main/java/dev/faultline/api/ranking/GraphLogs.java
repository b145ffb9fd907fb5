package dev.faultline.api.ranking;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import dev.faultline.graph.evidence.LogSeries;
import dev.faultline.graph.evidence.TimeWindow;
import dev.faultline.graph.log.LogStore;
import dev.faultline.graph.log.LogWindow;
import dev.faultline.rca.evidence.LogMinutes;

/// The logs that Faultline counted itself.
record GraphLogs(LogStore store) implements LogSource {
    private static final int CIS_MAX = 300;
    private static final int WINDOWS_MAX = 20_000;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final String CUT_SHORT = "logs";

    @Override
    public List<LogSeries> of(Collection<String> ciIds, Instant from, TimeWindow window, Consumer<String> missing) {
        long fromMinute = minute(from);
        long toMinute = minute(window.to()) + 1;
        List<LogWindow> windows = store.windows(ciIds.stream().limit(CIS_MAX).toList(), fromMinute, toMinute, WINDOWS_MAX);
        if (ciIds.size() > CIS_MAX || windows.size() == WINDOWS_MAX) {
            missing.accept(CUT_SHORT);
        }
        return LogMinutes.of(windows, fromMinute, toMinute, minute(window.from()));
    }

    private static long minute(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_MINUTE);
    }
}
