package dev.faultline.api.demo.broker;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.DoubleAdder;

/// Counts of durations in fixed buckets, cumulative when rendered, with their sum, as Prometheus histograms are.
public final class LatencyHistogram {
    private static final int[] BOUNDS_MILLIS = {2, 3, 5, 8, 12, 18, 27, 40, 60, 90, 135, 200, 300, 450, 675, 1000, 1500, 2300, 3500, 5000};

    private final AtomicLongArray counts = new AtomicLongArray(BOUNDS_MILLIS.length + 1);
    private final DoubleAdder sumMillis = new DoubleAdder();

    /// Upper bounds of the buckets but the last, which is open.
    public static int[] boundsMillis() {
        return BOUNDS_MILLIS.clone();
    }

    void record(double millis) {
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.length && millis > BOUNDS_MILLIS[bucket]) {
            bucket++;
        }
        counts.incrementAndGet(bucket);
        sumMillis.add(millis);
    }

    /// Appends one line a bucket, each with the count of all durations up to its bound, and one each for their sum and their count.
    void render(StringBuilder text, String metric, String labels) {
        long total = 0;
        for (int bucket = 0; bucket < counts.length(); bucket++) {
            total += counts.get(bucket);
            String bound = bucket < BOUNDS_MILLIS.length ? Integer.toString(BOUNDS_MILLIS[bucket]) : "+Inf";
            text.append(metric).append("_bucket{").append(labels).append(",le=\"").append(bound).append("\"} ").append(total).append('\n');
        }
        text.append(metric).append("_sum{").append(labels).append("} ").append(sumMillis.sum()).append('\n');
        text.append(metric).append("_count{").append(labels).append("} ").append(total).append('\n');
    }
}
