package dev.faultline.rca.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.call.CallWindow;
import dev.faultline.graph.call.LatencySketch;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// What all windows of one subject add up to, by minute.
final class MinuteTotals {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double[] QUANTILES = {0.5, 0.95, 0.99};
    private static final String[] LATENCY_METRICS = {"latency.p50", "latency.p95", "latency.p99"};

    private final MinuteRange minutes;
    private final double[] calls;
    private final double[] errors;
    private final @Nullable LatencySketch[] latencies;

    MinuteTotals(MinuteRange minutes) {
        this.minutes = minutes;
        this.calls = new double[minutes.count()];
        this.errors = new double[minutes.count()];
        this.latencies = new LatencySketch[minutes.count()];
    }

    void add(CallWindow window) {
        int index = minutes.index(window.minute());
        calls[index] += window.calls();
        errors[index] += window.errors();
        LatencySketch latency = latencies[index];
        if (latency == null) {
            latency = LatencySketch.empty();
            latencies[index] = latency;
        }
        latency.add(window.latency());
    }

    /// Returns the latency, error and traffic series.
    ///
    /// @param measured the minutes in which anything was observed at all, of this subject or another
    List<Series> toSeries(Subject subject, BitSet measured) {
        List<Series> series = new ArrayList<>();
        series.add(series(subject, "latency.mean", Signal.LATENCY, latency(LatencySketch::meanMillis)));
        for (int i = 0; i < QUANTILES.length; i++) {
            double quantile = QUANTILES[i];
            series.add(series(subject, LATENCY_METRICS[i], Signal.LATENCY, latency(sketch -> sketch.quantileMillis(quantile))));
        }
        series.add(series(subject, "errors.rate", Signal.ERRORS, errorRate()));
        series.add(series(subject, "calls.rate", Signal.TRAFFIC, callRate(measured)));
        return series;
    }

    private Series series(Subject subject, String metric, Signal signal, double[] values) {
        long[] times = new long[minutes.count()];
        Arrays.setAll(times, i -> (minutes.from() + i) * 60L);
        return new Series(subject, metric, signal, MINUTE, times, values);
    }

    private double[] latency(ToDoubleFunction<LatencySketch> measure) {
        double[] values = new double[minutes.count()];
        Arrays.setAll(values, i -> {
            LatencySketch latency = latencies[i];
            return latency == null ? Double.NaN : measure.applyAsDouble(latency);
        });
        return values;
    }

    private double[] errorRate() {
        double[] values = new double[minutes.count()];
        Arrays.setAll(values, i -> calls[i] > 0 ? errors[i] / calls[i] : Double.NaN);
        return values;
    }

    private double[] callRate(BitSet measured) {
        double[] values = new double[minutes.count()];
        boolean seen = false;
        for (int i = 0; i < values.length; i++) {
            seen |= calls[i] > 0;
            values[i] = seen && measured.get(i) ? calls[i] * minutes.scale(i) : Double.NaN;
        }
        return values;
    }
}
