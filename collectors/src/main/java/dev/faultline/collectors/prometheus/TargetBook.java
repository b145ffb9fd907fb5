package dev.faultline.collectors.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.faultline.collectors.prometheus.rule.SourceRule;
import dev.faultline.graph.binding.Bound;
import dev.faultline.graph.binding.SubjectLookup;

/// Everything that discoveries found, with what it was found to be. It serves one thread.
///
/// What is not found any more is kept for a while: what has just died is what a ranking asks for.
final class TargetBook {
    /// It knows no more than this.
    static final int TARGETS_MAX = 50_000;
    /// How long what is not found any more is kept.
    static final Duration KEPT = Duration.ofHours(2);
    /// How many are looked up in the graph in one go.
    static final int PAGE_MAX = 2_000;

    private static final Comparator<Map.Entry<Key, Seen>> LONGEST_AGO = Comparator
            .comparing((Map.Entry<Key, Seen> entry) -> entry.getValue().lookedAt).thenComparing(entry -> entry.getValue().bound != null);

    private final Map<Key, Seen> targets = new HashMap<>();

    private record Key(String source, List<String> key) {}

    /// One thing that was found.
    ///
    /// @param bound what it is; null where the graph does not know
    /// @param lookedAt when the graph was asked last
    record Seen(SourceRule source, Map<String, String> labels, Instant seenAt, @Nullable Bound bound, Instant lookedAt) {
        List<SubjectLookup> lookups() {
            return source.lookups(labels);
        }

        private Seen asked(@Nullable Bound found, Instant now) {
            return new Seen(source, labels, seenAt, found, now);
        }
    }

    /// Takes what one discovery found, and tells how much of it there is no room for.
    int see(SourceRule source, Collection<Map<String, String>> found, Instant now) {
        int refused = 0;
        for (Map<String, String> labels : found) {
            Key key = new Key(source.name(), source.key(labels));
            Seen known = targets.get(key);
            if (known != null && known.labels.equals(labels)) {
                targets.put(key, new Seen(source, labels, now, known.bound, known.lookedAt));
            } else if (known != null || targets.size() < TARGETS_MAX) {
                targets.put(key, new Seen(source, labels, now, null, Instant.MIN));
            } else {
                refused++;
            }
        }
        targets.values().removeIf(seen -> seen.seenAt.isBefore(now.minus(KEPT)));
        return refused;
    }

    /// Asks the graph for all that is new, and for those again that were asked for longest ago, as the graph changes too; of equals,
    /// those first that it did not know.
    void bind(SubjectSource subjects, Instant now) {
        boolean more = true;
        while (more) {
            List<Map.Entry<Key, Seen>> page = targets.entrySet().stream()
                    .sorted(LONGEST_AGO).limit(PAGE_MAX).toList();
            more = page.size() == PAGE_MAX && page.getLast().getValue().lookedAt.equals(Instant.MIN);
            Map<List<SubjectLookup>, Bound> found = subjects.find(page.stream().map(entry -> entry.getValue().lookups()).toList());
            page.forEach(entry -> targets.put(entry.getKey(), entry.getValue().asked(found.get(entry.getValue().lookups()), now)));
        }
    }

    /// All that is known, found in the graph or not.
    Collection<Seen> all() {
        return List.copyOf(targets.values());
    }

    /// What the graph knows, ready to be asked for.
    TargetIndex index() {
        List<Target> known = new ArrayList<>();
        targets.forEach((key, seen) -> {
            Bound bound = seen.bound;
            if (bound != null) {
                known.add(new Target(seen.source, key.key, bound.subject()));
            }
        });
        return TargetIndex.of(known);
    }
}
