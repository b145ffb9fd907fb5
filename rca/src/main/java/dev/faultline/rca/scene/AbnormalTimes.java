package dev.faultline.rca.scene;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.faultline.graph.evidence.Evidence;
import dev.faultline.graph.evidence.MetricMeaning;
import dev.faultline.graph.evidence.Series;
import dev.faultline.rca.rules.Rules;
import dev.faultline.rca.statistics.Baseline;

/// Decides when things were abnormal.
///
/// The window of the evidence is a first answer; where nothing was observed before it, the last steps before the detection are taken.
/// The onset in the symptom's own series then narrows it, as in the choice of the anomalous part of a window in CIRCA (KDD'22).
final class AbnormalTimes {
    private static final long STEP_SECONDS_DEFAULT = 60;
    private static final double ONSET_SHARE = 0.25;

    private AbnormalTimes() {}

    static AbnormalTime ofWindow(Evidence evidence, Rules rules) {
        long step = commonStep(evidence.observed().series());
        long from = evidence.window().from().getEpochSecond();
        long to = evidence.window().to().getEpochSecond() + 1;
        boolean guarded = hasNormal(evidence.observed().series(), from - rules.guardSeconds(), rules);
        if (!guarded && hasNormal(evidence.observed().series(), from, rules)) {
            return new AbnormalTime(from, from, to);
        }
        if (guarded || !evidence.reference().series().isEmpty()) {
            return new AbnormalTime(Math.max(from - rules.guardSeconds(), Math.min(from, firstSecond(evidence) + 1)), from, to);
        }
        long detected = evidence.detectedAt().getEpochSecond();
        long split = Math.max(from, detected - rules.abnormalSteps() * step);
        return new AbnormalTime(split, split, to);
    }

    /// The step of most series, the longer one of equals.
    private static long commonStep(List<Series> series) {
        Map<Long, Long> counts = series.stream().collect(Collectors.groupingBy(one -> one.step().toSeconds(), Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.<Long, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(STEP_SECONDS_DEFAULT);
    }

    /// Whether most series were observed often enough before a moment, if not all of them at all.
    private static boolean hasNormal(List<Series> series, long until, Rules rules) {
        long observed = series.stream().filter(one -> samples(one, until) >= rules.normalSamplesMin()).count();
        return observed > 0 && 2 * observed >= series.size();
    }

    private static long samples(Series series, long until) {
        return IntStream.range(0, series.values().length)
                .filter(i -> series.epochSeconds()[i] < until && !Double.isNaN(series.values()[i])).count();
    }

    private static long firstSecond(Evidence evidence) {
        return evidence.observed().series().stream().filter(series -> series.epochSeconds().length > 0)
                .mapToLong(series -> series.epochSeconds()[0]).min().orElse(Long.MIN_VALUE);
    }

    /// The part of the window in which the symptom's own series was bad: at least anomalous, and a quarter as bad as at its worst.
    static AbnormalTime narrowed(AbnormalTime window, List<Series> symptom, BiFunction<Series, AbnormalTime, Baseline> normal,
            Rules rules) {
        List<Onset> onsets = symptom.stream().map(series -> onset(series, window, normal.apply(series, window), rules))
                .filter(Objects::nonNull).toList();
        if (onsets.isEmpty()) {
            return window;
        }
        Onset worst = onsets.stream()
                .max(java.util.Comparator.comparingInt((Onset onset) -> -onset.preference()).thenComparingDouble(Onset::z))
                .orElseThrow();
        return new AbnormalTime(Math.max(window.normalUntil(), worst.first()), worst.first(), worst.end());
    }

    /// @param end when the last bad step is over
    private record Onset(int preference, double z, long first, long end) {}

    private static @org.jspecify.annotations.Nullable Onset onset(Series series, AbnormalTime window, Baseline normal, Rules rules) {
        MetricMeaning meaning = MetricMeaning.of(series.metric());
        Values badness = Values.of(series, meaning);
        double worst = 0;
        for (int i = 0; i < series.values().length; i++) {
            if (window.holds(series.epochSeconds()[i]) && normal.z(badness.at(i)) > worst) {
                worst = normal.z(badness.at(i));
            }
        }
        if (worst < rules.anomalousZ() || normal.samples() == 0) {
            return null;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < series.values().length; i++) {
            double z = normal.z(badness.at(i));
            if (window.holds(series.epochSeconds()[i]) && z >= Math.max(rules.anomalousZ(), ONSET_SHARE * worst)) {
                first = Math.min(first, series.epochSeconds()[i]);
                last = Math.max(last, series.epochSeconds()[i]);
            }
        }
        return new Onset(meaning.preference(), worst, first, last + Math.max(1, series.step().toSeconds()));
    }
}
