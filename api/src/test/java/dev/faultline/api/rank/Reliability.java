package dev.faultline.api.rank;

import java.util.List;
import java.util.Locale;

import dev.faultline.graph.incident.Cause;

/// How often the first cause is right, beside the confidence that was stated for it.
final class Reliability {
    private static final int BINS = 5;

    private final int[] stated = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] confidence = new double[BINS];
    private int unknown;
    private int unknownRight;

    static Reliability of(List<RatedIncident> incidents) {
        Reliability reliability = new Reliability();
        incidents.forEach(reliability::add);
        return reliability;
    }

    private void add(RatedIncident incident) {
        if (incident.ranking().causes().isEmpty()) {
            unknown++;
            return;
        }
        Cause first = incident.ranking().causes().getFirst();
        int hit = first.ciId().equals(incident.cause()) ? 1 : 0;
        if (incident.ranking().unknown()) {
            unknown++;
            unknownRight += hit;
            return;
        }
        int bin = Math.min(BINS - 1, (int) (first.confidence() * BINS));
        stated[bin]++;
        right[bin] += hit;
        confidence[bin] += first.confidence();
    }

    /// Mean distance of stated confidence and share right, weighted by how often it was stated.
    double error() {
        double sum = 0;
        int all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += Math.abs(confidence[bin] - right[bin]);
            all += stated[bin];
        }
        return all == 0 ? 0 : sum / all;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int bin = 0; bin < BINS; bin++) {
            if (stated[bin] > 0) {
                text.append(String.format(Locale.ROOT, "%.2f: %d of %d (%.2f)  ", confidence[bin] / stated[bin], right[bin], stated[bin],
                        (double) right[bin] / stated[bin]));
            }
        }
        return text + String.format(Locale.ROOT, "unknown: %d of %d  error %.3f", unknownRight, unknown, error());
    }
}
