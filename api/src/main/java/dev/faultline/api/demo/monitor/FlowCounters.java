package dev.faultline.api.demo.monitor;

import dev.faultline.api.demo.broker.LatencyHistogram;

/// Requests by latency bucket, and errors among them.
///
/// Buckets are those of [LatencyHistogram], not cumulative; their array has the shape (bounds + 1).
final class FlowCounters {
    private static final int[] BOUNDS_MILLIS = LatencyHistogram.boundsMillis();
    static final int BUCKETS = BOUNDS_MILLIS.length + 1;
    static final FlowCounters NONE = new FlowCounters(new long[BUCKETS], 0);

    private final long[] buckets;
    private final long errors;

    /// Takes the array, which must not be written afterwards.
    FlowCounters(long[] buckets, long errors) {
        this.buckets = buckets;
        this.errors = errors;
    }

    FlowCounters plus(FlowCounters other) {
        long[] sum = buckets.clone();
        for (int bucket = 0; bucket < sum.length; bucket++) {
            sum[bucket] += other.buckets[bucket];
        }
        return new FlowCounters(sum, errors + other.errors);
    }

    /// What was counted since an earlier reading; all of it where the process was started anew in between.
    FlowCounters since(FlowCounters earlier) {
        if (requests() < earlier.requests()) {
            return this;
        }
        long[] difference = buckets.clone();
        for (int bucket = 0; bucket < difference.length; bucket++) {
            difference[bucket] -= earlier.buckets[bucket];
        }
        return new FlowCounters(difference, errors - earlier.errors);
    }

    long requests() {
        long total = 0;
        for (long count : buckets) {
            total += count;
        }
        return total;
    }

    double errorShare() {
        long requests = requests();
        return requests == 0 ? 0 : (double) errors / requests;
    }

    /// Latency that the given share of the requests stays below, linear within its bucket; 0 without requests.
    double quantileMillis(double share) {
        double rank = share * requests();
        double below = 0;
        for (int bucket = 0; bucket < BOUNDS_MILLIS.length; bucket++) {
            if (buckets[bucket] > 0 && below + buckets[bucket] >= rank) {
                double from = bucket == 0 ? 0 : BOUNDS_MILLIS[bucket - 1];
                return from + (BOUNDS_MILLIS[bucket] - from) * (rank - below) / buckets[bucket];
            }
            below += buckets[bucket];
        }
        return requests() == 0 ? 0 : BOUNDS_MILLIS[BOUNDS_MILLIS.length - 1];
    }
}
