package dev.faultline.api.call;

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
import dev.faultline.collectors.otlp.CallRecorder;
import dev.faultline.collectors.otlp.CallUpkeep;
import dev.faultline.collectors.otlp.TraceIntake;
import dev.faultline.collectors.otlp.TraceLimits;
import dev.faultline.collectors.otlp.UnseenParties;
import dev.faultline.collectors.otlp.journal.Journal;
import dev.faultline.collectors.otlp.pair.PairLimits;
import dev.faultline.collectors.otlp.pair.SpanCounts;
import dev.faultline.collectors.otlp.pair.SpanFate;
import dev.faultline.graph.call.CallRetention;
import dev.faultline.graph.call.CallWriter;
import dev.faultline.graph.neo4j.GraphConnection;

/// Opens what takes traces in.
public final class TraceParts {
    private static final String DIRECTORY = "spans";

    private TraceParts() {}

    /// Brings what an earlier life left in the journal into the graph, and begins to take traces.
    ///
    /// @param parties knows the CIs at the ends of calls
    public static TraceIntake open(Settings settings, GraphConnection graph, CallParties parties, MeterRegistry meters, Clock clock,
            Parts parts) {
        TraceLimits limits = TraceLimits.DEFAULT
                .withPair(PairLimits.DEFAULT.withWaitMillis(settings.get(Keys.TRACES_WAIT).toMillis()))
                .withSegmentMax(settings.get(Keys.TRACES_SEGMENT)).withJournalBytesMax(settings.get(Keys.TRACES_JOURNAL_BYTES_MAX));
        Path data = settings.get(Keys.DATA_DIRECTORY);
        SpanCounts counts = new SpanCounts();
        for (SpanFate fate : SpanFate.values()) {
            FunctionCounter.builder("faultline.spans", counts, all -> all.of(fate)).tag("fate", fate.name().toLowerCase(Locale.ROOT))
                    .description("spans by what happened to them").register(meters);
        }
        Journal journal = Journal.open(data.resolve(DIRECTORY), DIRECTORY, limits.journalBytesMax(), UUID.randomUUID().toString());
        return parts.add(TraceIntake.open(limits, journal, new CallRecorder(parties, new CallWriter(graph), counts), counts, clock));
    }

    /// Begins to take calls that are past their age out of the graph.
    public static void keepUp(Settings settings, GraphConnection graph, UnseenParties parties, MeterRegistry meters, Clock clock,
            Parts parts) {
        CallUpkeep.Ages ages = new CallUpkeep.Ages(settings.get(Keys.TRACES_WINDOW_AGE), settings.get(Keys.TRACES_UNSEEN_AGE));
        CallUpkeep upkeep = parts.add(CallUpkeep.start(new CallRetention(graph), parties, ages, clock));
        FunctionCounter.builder("faultline.call.windows.removed", upkeep, CallUpkeep::windowsRemoved)
                .description("minutes of call edges that were removed past their age").register(meters);
        FunctionCounter.builder("faultline.call.edges.retired", upkeep, CallUpkeep::edgesRetired)
                .description("call edges that were retired as nothing flows over them").register(meters);
        FunctionCounter.builder("faultline.call.parties.retired", upkeep, CallUpkeep::partiesRetired)
                .description("CIs that were retired as they neither call nor answer").register(meters);
    }
}
