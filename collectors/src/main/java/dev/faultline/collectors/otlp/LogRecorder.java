package dev.faultline.collectors.otlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.otlp.log.LogCounts;
import dev.faultline.collectors.otlp.log.LogFate;
import dev.faultline.collectors.otlp.log.LogKey;
import dev.faultline.collectors.otlp.log.LogSum;
import dev.faultline.collectors.otlp.pair.Party;
import dev.faultline.collectors.otlp.span.Origin;
import dev.faultline.graph.claim.Claim;
import dev.faultline.graph.journal.WrittenSegments;
import dev.faultline.graph.log.LogLevel;
import dev.faultline.graph.log.LogWindow;
import dev.faultline.graph.log.LogWriter;

/// Writes the counts of a segment: origins become CIs, as those of spans do, and counts become windows of the instance, or of the
/// service where no instance is named. It serves one thread.
public final class LogRecorder implements SegmentSink<LogKey, LogSum> {
    private final CallParties parties;
    private final LogWriter writer;
    private final LogCounts counts;

    private record WindowKey(String ciId, long minute, LogLevel level, String template) {}

    public LogRecorder(CallParties parties, LogWriter writer, LogCounts counts) {
        this.parties = parties;
        this.writer = writer;
        this.counts = counts;
    }

    @Override
    public WrittenSegments segments() {
        return writer.segments();
    }

    @Override
    public boolean record(String journalId, long segment, Map<LogKey, LogSum> sums) {
        return writer.write(journalId, segment, windows(sums));
    }

    @Override
    public void add(Map<LogKey, LogSum> sums) {
        writer.add(windows(sums));
    }

    @Override
    public void setAside(LogSum sum) {
        counts.add(LogFate.SET_ASIDE, sum.count());
    }

    private List<LogWindow> windows(Map<LogKey, LogSum> sums) {
        Map<String, Claim> claims = new HashMap<>();
        sums.keySet().stream().map(LogKey::origin).distinct().forEach(origin -> collect(origin, claims));
        Map<String, String> ciIds = claims.isEmpty() ? Map.of() : parties.ciIds(claims.values());
        Map<WindowKey, LogWindow> windows = new LinkedHashMap<>();
        sums.forEach((key, sum) -> {
            String ciId = ciId(key.origin(), ciIds);
            if (ciId == null) {
                counts.add(LogFate.PARTY_REFUSED, sum.count());
            } else {
                windows.merge(new WindowKey(ciId, key.minute(), key.level(), key.template()),
                        new LogWindow(ciId, key.minute(), key.level(), key.template(), sum.count(), sum.samples()), LogRecorder::sum);
            }
        });
        return List.copyOf(windows.values());
    }

    private static LogWindow sum(LogWindow one, LogWindow other) {
        return new LogWindow(one.ciId(), one.minute(), one.level(), one.template(), one.count() + other.count(),
                Stream.concat(one.samples().stream(), other.samples().stream()).limit(LogWindow.SAMPLES_MAX).toList());
    }

    private static void collect(Origin origin, Map<String, Claim> claims) {
        List<Claim> all = new ArrayList<>(List.of(PartyClaims.of(Party.service(origin))));
        Stream.of(PartyClaims.environment(Party.service(origin)), instance(origin)).forEach(claim -> {
            if (claim != null) {
                all.add(claim);
            }
        });
        all.forEach(claim -> claims.put(claim.key(), claim));
    }

    private static @Nullable Claim instance(Origin origin) {
        return origin.instance() == null ? null : PartyClaims.of(service(origin), origin.instance());
    }

    private static Party.OfService service(Origin origin) {
        return new Party.OfService(origin.environment(), origin.namespace(), origin.service());
    }

    private static @Nullable String ciId(Origin origin, Map<String, String> ciIds) {
        Claim instance = instance(origin);
        String ofInstance = instance == null ? null : ciIds.get(instance.key());
        return ofInstance == null ? ciIds.get(PartyClaims.of(service(origin)).key()) : ofInstance;
    }
}
