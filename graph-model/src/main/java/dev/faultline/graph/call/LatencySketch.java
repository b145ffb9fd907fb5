package dev.faultline.graph.call;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;

/// A mergeable summary of durations that answers quantiles within a relative error of 1 %.
///
/// This is DDSketch (Masson, Rim, Lee: "DDSketch: A fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019).
/// Adding costs O(1), merging O(bins). Durations are kept between 1 microsecond and 1 day, which bounds a sketch to some 1,300 bins.
/// A sketch is not safe for use by several threads.
public final class LatencySketch {
    /// A quantile differs from the true one by at most this part of it.
    public static final double RELATIVE_ERROR = 0.01;
    static final double SHORTEST_MILLIS = 0.001;
    static final double LONGEST_MILLIS = 86_400_000.0;

    private static final CubicallyInterpolatedMapping MAPPING = new CubicallyInterpolatedMapping(RELATIVE_ERROR);

    private final DDSketch sketch;

    private LatencySketch(DDSketch sketch) {
        this.sketch = sketch;
    }

    /// Returns a sketch of nothing.
    public static LatencySketch empty() {
        return new LatencySketch(new DDSketch(MAPPING, UnboundedSizeDenseStore::new));
    }

    /// Returns the sketch that [#bytes()] was taken of.
    public static LatencySketch ofBytes(byte[] bytes) {
        LatencySketch sketch = empty();
        try {
            sketch.sketch.decodeAndMergeWith(ByteArrayInput.wrap(bytes));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("latency sketch of " + bytes.length + " bytes is unreadable, expected what bytes() gave", e);
        }
        return sketch;
    }

    /// Counts a duration as often as the weight says, which need not be a whole number; one outside the range counts as its nearest end.
    public void add(double durationMillis, double weight) {
        sketch.accept(Math.clamp(durationMillis, SHORTEST_MILLIS, LONGEST_MILLIS), weight);
    }

    /// Adds all that the other one counted; the other stays as it is.
    public void add(LatencySketch other) {
        sketch.mergeWith(other.sketch);
    }

    /// Returns the sum of the weights.
    public double count() {
        return sketch.getCount();
    }

    public boolean isEmpty() {
        return sketch.isEmpty();
    }

    /// Returns the mean duration, NaN where nothing was counted.
    public double meanMillis() {
        return sketch.isEmpty() ? Double.NaN : sketch.getSum() / sketch.getCount();
    }

    /// Returns the duration that the given part of all calls did not exceed, NaN where nothing was counted.
    ///
    /// @param quantile in [0, 1]
    public double quantileMillis(double quantile) {
        return sketch.isEmpty() ? Double.NaN : sketch.getValueAtQuantile(quantile);
    }

    /// Returns the sketch as bytes, some two a bin.
    public byte[] bytes() {
        GrowingByteArrayOutput output = GrowingByteArrayOutput.withDefaultInitialCapacity();
        try {
            sketch.encode(output, false);
        } catch (IOException e) {
            throw new UncheckedIOException("encoding a latency sketch in memory failed", e);
        }
        return output.trimmedCopy();
    }

    @Override
    public String toString() {
        return "LatencySketch[count=" + count() + ", p50=" + quantileMillis(0.5) + " ms, p99=" + quantileMillis(0.99) + " ms]";
    }
}
