package dev.faultline.graph.call;

import java.util.Arrays;
import java.util.Random;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class LatencySketchTest {
    private static final Percentage BOUND = Percentage.withPercentage(100 * LatencySketch.RELATIVE_ERROR);

    @Test
    void quantilesStayWithinTheRelativeError() {
        double[] values = new Random(7).doubles(10_000).map(uniform -> Math.exp(uniform * 12 - 4)).toArray();
        LatencySketch sketch = LatencySketch.empty();
        Arrays.stream(values).forEach(value -> sketch.add(value, 1));
        Arrays.sort(values);
        for (double quantile : new double[]{0, 0.5, 0.9, 0.99, 1}) {
            assertThat(sketch.quantileMillis(quantile)).isCloseTo(values[(int) (quantile * (values.length - 1))], BOUND);
        }
    }

    @Test
    void aMergeKnowsWhatBothPartsKnew() {
        LatencySketch left = sketchOf(1, 2, 3);
        LatencySketch right = sketchOf(100, 200);
        left.add(right);
        assertThat(left.bytes()).isEqualTo(sketchOf(1, 2, 3, 100, 200).bytes());
        assertThat(right.count()).isEqualTo(2);
    }

    @Test
    void bytesGiveTheSameSketchBack() {
        LatencySketch sketch = sketchOf(0.2, 5, 5, 70_000);
        sketch.add(12, 2.5);
        LatencySketch copy = LatencySketch.ofBytes(sketch.bytes());
        assertThat(copy.bytes()).isEqualTo(sketch.bytes());
        assertThat(copy.count()).isEqualTo(6.5);
    }

    @Test
    void aWeightCountsAsManyCalls() {
        LatencySketch sketch = sketchOf(1);
        sketch.add(1_000, 99);
        assertThat(sketch.quantileMillis(0.5)).isCloseTo(1_000, BOUND);
        assertThat(sketch.meanMillis()).isCloseTo(990.01, BOUND);
    }

    @Test
    void durationsOutsideTheRangeCountAsItsEnds() {
        LatencySketch sketch = sketchOf(0, -5, 1e12);
        assertThat(sketch.count()).isEqualTo(3);
        assertThat(sketch.quantileMillis(0)).isCloseTo(LatencySketch.SHORTEST_MILLIS, BOUND);
        assertThat(sketch.quantileMillis(1)).isCloseTo(LatencySketch.LONGEST_MILLIS, BOUND);
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(LatencySketch.empty().quantileMillis(0.5)).isNaN();
        assertThat(LatencySketch.ofBytes(LatencySketch.empty().bytes()).count()).isCloseTo(0, within(0.0));
    }

    @Test
    void aThousandCallsTakeFewBytes() {
        LatencySketch sketch = LatencySketch.empty();
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            sketch.add(20 * Math.exp(random.nextGaussian() / 2), 1);
        }
        assertThat(sketch.bytes()).hasSizeLessThan(700);
    }

    @Test
    void unreadableBytesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> LatencySketch.ofBytes(new byte[]{-1, 7, 7}))
                .withMessageContaining("latency sketch of 3 bytes is unreadable");
    }

    private static LatencySketch sketchOf(double... values) {
        LatencySketch sketch = LatencySketch.empty();
        Arrays.stream(values).forEach(value -> sketch.add(value, 1));
        return sketch;
    }
}
