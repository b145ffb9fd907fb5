package dev.faultline.collectors.otlp.log;

import java.time.Duration;

/// Bounds of taking in logs.
///
/// @param pastMillisMax how long before its arrival a line may have been logged
/// @param futureMillisMax how long after its arrival a line may claim to be logged
/// @param lineCharsMax longer texts are cut before they are looked at
/// @param nameCharsMax longer attributes of a resource are cut
/// @param templatesMax templates of one origin that are told apart within an hour; further ones are counted together
/// @param segmentMax how long counts gather before they are written to the graph
/// @param waitingSumsMax counts that may wait to be written; beyond that senders are told to come again
/// @param graphPatience how long a write may take before senders are told to come again
/// @param journalBytesMax how much the journal holds
/// @param stopPatience how long a stop waits for what is accepted to be written; the rest is written after the next start
public record LogLimits(long pastMillisMax, long futureMillisMax, int lineCharsMax, int nameCharsMax, int templatesMax,
        Duration segmentMax, int waitingSumsMax, Duration graphPatience, long journalBytesMax, Duration stopPatience) {
    public static final LogLimits DEFAULT = new LogLimits(24 * 3_600_000L, 10 * 60_000L, 2_048, 256, 200, Duration.ofSeconds(2), 50_000,
            Duration.ofSeconds(4), 256L << 20, Duration.ofSeconds(10));

    public LogLimits withSegmentMax(Duration other) {
        return new LogLimits(pastMillisMax, futureMillisMax, lineCharsMax, nameCharsMax, templatesMax, other, waitingSumsMax, graphPatience,
                journalBytesMax, stopPatience);
    }

    public LogLimits withTemplatesMax(int other) {
        return new LogLimits(pastMillisMax, futureMillisMax, lineCharsMax, nameCharsMax, other, segmentMax, waitingSumsMax, graphPatience,
                journalBytesMax, stopPatience);
    }

    public LogLimits withJournalBytesMax(long other) {
        return new LogLimits(pastMillisMax, futureMillisMax, lineCharsMax, nameCharsMax, templatesMax, segmentMax, waitingSumsMax,
                graphPatience, other, stopPatience);
    }
}
