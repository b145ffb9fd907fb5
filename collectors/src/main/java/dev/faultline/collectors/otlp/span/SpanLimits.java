package dev.faultline.collectors.otlp.span;

/// Bounds of what one span may say.
///
/// @param pastMillisMax how long before its arrival a span may have started
/// @param futureMillisMax how long after its arrival a span may claim to start
/// @param textCharsMax longer names are cut
/// @param linksMax further links of a span are dropped
/// @param weightMax a span stands for no more calls than this
public record SpanLimits(long pastMillisMax, long futureMillisMax, int textCharsMax, int linksMax, double weightMax) {
    public static final SpanLimits DEFAULT = new SpanLimits(24 * 3_600_000L, 10 * 60_000L, 256, 128, 1_000_000);
}
