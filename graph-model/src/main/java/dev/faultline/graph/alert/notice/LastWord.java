package dev.faultline.graph.alert.notice;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// What the newest notice of an alert says about it: later episodes speak before earlier ones, then later notices.
///
/// A notice without labels, such as a bare end, says nothing of it beside one with them.
///
/// @param startsAt start of the episode that the notice speaks of
/// @param saidAt when the notice was received
public record LastWord(Instant startsAt, Instant saidAt, Map<String, String> labels, Map<String, String> annotations)
        implements
            Comparable<LastWord> {

    private static final Comparator<LastWord> WHEN = Comparator.comparing((LastWord word) -> !word.labels.isEmpty())
            .thenComparing(LastWord::startsAt).thenComparing(LastWord::saidAt);
    private static final Comparator<LastWord> ORDER = WHEN
            .thenComparing(word -> new TreeMap<>(word.labels).toString()).thenComparing(word -> new TreeMap<>(word.annotations).toString());

    @Override
    public int compareTo(LastWord other) {
        return saysTheSameAs(other) ? WHEN.compare(this, other) : ORDER.compare(this, other);
    }

    /// The later of both.
    LastWord join(LastWord other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// The same word, as one about the episode of another start.
    LastWord about(Instant start) {
        return start.equals(startsAt) ? this : new LastWord(start, saidAt, labels, annotations);
    }

    boolean saysTheSameAs(LastWord other) {
        return labels.equals(other.labels) && annotations.equals(other.annotations);
    }
}
