package dev.faultline.api.demo.monitor;

/// A flow over the last few seconds.
///
/// @param requests how many the figures are made of
public record Measure(long requests, double requestsPerSecond, double errorShare, double p95Millis) {
    public static final Measure NONE = new Measure(0, 0, 0, 0);

    static Measure of(FlowCounters counters, double seconds) {
        long requests = counters.requests();
        return new Measure(requests, requests / seconds, counters.errorShare(), counters.quantileMillis(0.95));
    }
}
