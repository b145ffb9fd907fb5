package dev.faultline.api.review;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.Cause;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.incident.Term;

/// What a version of a ranking says otherwise than the one before.
final class RankingChange {
    private RankingChange() {}

    /// A sentence; empty where both name the same first cause.
    ///
    /// @param before null for the first version
    static String of(@Nullable RankingVersion before, RankingVersion now, UnaryOperator<String> names) {
        Cause first = now.ranking().top().orElse(null);
        Cause firstBefore = before == null ? null : before.ranking().top().orElse(null);
        String version = "version " + now.version() + " of the ranking: ";
        if (first == null) {
            return before != null && firstBefore == null ? "" : version + "nothing stands out";
        }
        if (firstBefore != null && firstBefore.ciId().equals(first.ciId())) {
            return "";
        }
        String what = String.format(Locale.ROOT, "%s%s is the first cause (%s, confidence %.2f)", version, names.apply(first.ciId()),
                first.kind().name().toLowerCase(Locale.ROOT), first.confidence());
        return firstBefore == null
                ? what
                : what + " instead of " + names.apply(firstBefore.ciId()) + because(before == null ? null : named(before, first), first);
    }

    private static @Nullable Cause named(RankingVersion version, Cause cause) {
        return version.ranking().causes().stream().filter(one -> one.ciId().equals(cause.ciId())).findFirst().orElse(null);
    }

    /// The term of the new first cause that grew most since.
    private static String because(@Nullable Cause before, Cause now) {
        Map<String, Double> growth = new TreeMap<>();
        now.terms().forEach(term -> growth.merge(term.name(), term.contribution(), Double::sum));
        if (before != null) {
            before.terms().forEach((Term term) -> growth.merge(term.name(), -term.contribution(), Double::sum));
        }
        return growth.entrySet().stream().filter(entry -> entry.getValue() > 0).max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(entry -> String.format(Locale.ROOT, ", as %s grew by %.2f", entry.getKey(), entry.getValue())).orElse("");
    }
}
