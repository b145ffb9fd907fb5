package dev.faultline.collectors.otlp.pair;

import dev.faultline.graph.call.LatencySketch;

/// The calls of one edge in one minute, summed up so far.
public final class CallSum {
    private double calls;
    private double errors;
    private final LatencySketch latency = LatencySketch.empty();

    void add(double durationMillis, boolean error, double weight) {
        calls += weight;
        errors += error ? weight : 0;
        latency.add(durationMillis, weight);
    }

    public double calls() {
        return calls;
    }

    public double errors() {
        return errors;
    }

    public LatencySketch latency() {
        return latency;
    }
}
