package dev.faultline.rca.scene;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.rca.statistics.Quantiles;

/// The values of a series turned so that more is worse; shares become percent of failed requests.
public final class Values {
    private static final double PERCENT = 100;
    private static final double SHARE_MAX = 1.0;
    private static final double RESOURCE_FLOOR_POINTS = 5;
    private static final double ERROR_FLOOR_POINTS = 1;

    private final Series series;
    private final double[] values;
    private final MetricMeaning meaning;
    private final boolean percentOfResource;

    private Values(Series series, double[] values, MetricMeaning meaning, boolean percentOfResource) {
        this.series = series;
        this.values = values;
        this.meaning = meaning;
        this.percentOfResource = percentOfResource;
    }

    public static Values of(Series series, MetricMeaning meaning) {
        double[] values = series.values();
        if (meaning.percent()) {
            double scale = Arrays.stream(values).filter(value -> !Double.isNaN(value)).allMatch(value -> value <= SHARE_MAX) ? PERCENT : 1;
            values = Arrays.stream(values).map(value -> meaning.lowerIsWorse() ? PERCENT - value * scale : value * scale).toArray();
        } else if (meaning.lowerIsWorse()) {
            values = Arrays.stream(values).map(value -> -value).toArray();
        }
        String name = series.metric().toLowerCase(Locale.ROOT);
        return new Values(series, values, meaning,
                meaning.signal() == Signal.RESOURCE && (name.contains("%") || name.contains("percent") || name.contains("pct")));
    }

    double at(int position) {
        return values[position];
    }

    /// Values observed in a span of time, half-open, without gaps.
    public double[] within(long fromSeconds, long toSeconds) {
        return IntStream.range(0, values.length)
                .filter(i -> series.epochSeconds()[i] >= fromSeconds && series.epochSeconds()[i] < toSeconds)
                .mapToDouble(i -> values[i]).filter(value -> !Double.isNaN(value)).toArray();
    }

    /// Deviation below which nothing counts: 5 % of the full scale of a resource; of a share, two failed requests or one point.
    public double floor(@Nullable Series traffic) {
        if (percentOfResource) {
            return RESOURCE_FLOOR_POINTS;
        }
        if (!meaning.percent()) {
            return 0;
        }
        double requests = traffic == null ? Double.NaN : Quantiles.median(traffic.values());
        return Double.isNaN(requests) || requests < 1 ? ERROR_FLOOR_POINTS : PERCENT / requests;
    }

    public static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
