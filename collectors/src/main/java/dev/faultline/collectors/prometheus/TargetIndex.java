package dev.faultline.collectors.prometheus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Targets by the CI that they tell of: themselves, or who is called.
///
/// @param count how many there are
record TargetIndex(Map<String, List<Target>> byCi, int count) {
    static final TargetIndex EMPTY = new TargetIndex(Map.of(), 0);
    private static final Comparator<Target> ORDER = Comparator.comparing((Target target) -> String.join("\0", target.key()));

    /// Of targets that one source has of the same subject, the first by its key stands for all.
    static TargetIndex of(Collection<Target> targets) {
        Map<List<Object>, Target> distinct = new HashMap<>();
        targets.forEach(target -> distinct.merge(List.of(target.source().name(), target.subject()), target,
                (one, other) -> ORDER.compare(one, other) <= 0 ? one : other));
        Map<String, List<Target>> byCi = new HashMap<>();
        distinct.values().forEach(target -> byCi.computeIfAbsent(target.subject().owner(), id -> new ArrayList<>()).add(target));
        return new TargetIndex(byCi, distinct.size());
    }

    /// The targets of CIs by the name of their source, those of the first CIs up to a limit, in an order that does not hang on that of
    /// the CIs.
    Map<String, List<Target>> around(Collection<String> ciIds, int targetsMax) {
        Map<String, List<Target>> bySource = new LinkedHashMap<>();
        ciIds.stream().flatMap(id -> byCi.getOrDefault(id, List.of()).stream()).limit(targetsMax)
                .forEach(target -> bySource.computeIfAbsent(target.source().name(), name -> new ArrayList<>()).add(target));
        bySource.values().forEach(targets -> targets.sort(ORDER));
        return bySource;
    }
}
