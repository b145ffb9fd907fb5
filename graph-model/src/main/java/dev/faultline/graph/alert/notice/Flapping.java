package dev.faultline.graph.alert.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When a condition that comes and goes is marked as flapping.
public final class Flapping {

    /// So often a condition begins within [#SPAN] to be flapping.
    public static final int BEGINNINGS_MIN = 5;

    /// How far apart the first and the last of these beginnings may be.
    public static final Duration SPAN = Duration.ofMinutes(30);

    private Flapping() {}

    /// How often a condition began within the span that ends with one of its starts; 0 where that is not flapping.
    public static int beginnings(List<AlertEpisode> episodes, Instant start) {
        Instant from = start.minus(SPAN);
        long count = episodes.stream().map(AlertEpisode::startsAt).filter(each -> each.isAfter(from) && !each.isAfter(start)).count();
        return count < BEGINNINGS_MIN ? 0 : (int) count;
    }
}
