package dev.faultline.collectors.otlp.pair;

import dev.faultline.graph.call.CallSlices;
import dev.faultline.graph.call.LatencySketch;

/// The calls of one edge in one minute, summed up so far.
public final class CallSum {
    private double calls;
    private double errors;
    private final LatencySketch latency = LatencySketch.empty();
    private final CallSlices slices = CallSlices.empty();

    void add(long startEpochMillis, double durationMillis, boolean error, double weight) {
        calls += weight;
        errors += error ? weight : 0;
        latency.add(durationMillis, weight);
        slices.add(startEpochMillis, durationMillis, error, weight);
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

    public CallSlices slices() {
        return slices;
    }
}
