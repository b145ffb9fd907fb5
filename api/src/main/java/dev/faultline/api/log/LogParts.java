package dev.faultline.api.log;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

import dev.faultline.api.Parts;
import dev.faultline.api.settings.Keys;
import dev.faultline.api.settings.Settings;
import dev.faultline.collectors.otlp.CallParties;
import dev.faultline.collectors.otlp.LogIntake;
import dev.faultline.collectors.otlp.LogRecorder;
import dev.faultline.collectors.otlp.LogUpkeep;
import dev.faultline.collectors.otlp.UnseenParties;
import dev.faultline.collectors.otlp.journal.Journal;
import dev.faultline.collectors.otlp.log.LogCounts;
import dev.faultline.collectors.otlp.log.LogFate;
import dev.faultline.collectors.otlp.log.LogLimits;
import dev.faultline.graph.log.LogStore;
import dev.faultline.graph.log.LogWriter;
import dev.faultline.graph.neo4j.GraphConnection;

/// Opens what takes logs in.
public final class LogParts {
    private static final String DIRECTORY = "logs";

    private LogParts() {}

    /// Brings what an earlier life left in the journal into the graph, and begins to take logs.
    ///
    /// @param parties knows the services that log
    public static LogIntake open(Settings settings, GraphConnection graph, CallParties parties, MeterRegistry meters, Clock clock,
            Parts parts) {
        LogLimits limits = LogLimits.DEFAULT.withTemplatesMax(settings.get(Keys.LOGS_TEMPLATES_MAX))
                .withJournalBytesMax(settings.get(Keys.LOGS_JOURNAL_BYTES_MAX));
        Path data = settings.get(Keys.DATA_DIRECTORY);
        LogCounts counts = new LogCounts();
        for (LogFate fate : LogFate.values()) {
            FunctionCounter.builder("faultline.log.lines", counts, all -> all.of(fate)).tag("fate", fate.name().toLowerCase(Locale.ROOT))
                    .description("log lines by what happened to them").register(meters);
        }
        Journal journal = Journal.open(data.resolve(DIRECTORY), DIRECTORY, limits.journalBytesMax(), UUID.randomUUID().toString());
        return parts.add(LogIntake.open(limits, journal, new LogRecorder(parties, new LogWriter(graph), counts), counts, clock));
    }

    /// Begins to take logs that are past their age out of the graph.
    public static void keepUp(Settings settings, GraphConnection graph, UnseenParties parties, MeterRegistry meters, Clock clock,
            Parts parts) {
        LogUpkeep upkeep = parts.add(LogUpkeep.start(new LogStore(graph), parties, settings.get(Keys.LOGS_WINDOW_AGE), clock));
        FunctionCounter.builder("faultline.log.windows.removed", upkeep, LogUpkeep::windowsRemoved)
                .description("minutes of logs that were removed past their age").register(meters);
    }
}
