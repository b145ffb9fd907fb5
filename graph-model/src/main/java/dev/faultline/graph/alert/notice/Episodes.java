package dev.faultline.graph.alert.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Puts episodes whose start is not known where they belong: what holds still continues what came before, and what holds no more ends it.
///
/// Whatever the order in which notices come, the latest of them by its own time decides whether the alert fires.
final class Episodes {

    private final List<AlertEpisode> settled = new ArrayList<>();

    private Episodes() {}

    /// The episodes that these amount to, in the order of their starts.
    ///
    /// @param episodes in the order of their starts
    static List<AlertEpisode> settled(Collection<AlertEpisode> episodes) {
        if (episodes.stream().allMatch(AlertEpisode::startKnown)) {
            return List.copyOf(episodes);
        }
        var all = new Episodes();
        episodes.forEach(all::add);
        return all.settled;
    }

    private void add(AlertEpisode next) {
        if (next.startKnown() || settled.isEmpty()) {
            settled.add(next);
        } else if (next.firingSeenAt() == null) {
            end(settled.getLast(), next);
        } else {
            goOn(settled.getLast(), next, next.firingSeenAt());
        }
    }

    /// Ends what still holds; where it was seen to hold later than that, it came back in between.
    private void end(AlertEpisode last, AlertEpisode end) {
        Instant at = end.startsAt();
        Instant seen = last.firingSeenAt();
        if (last.resolvedAt() != null) {
            replaceLast(last.over(at).over(end.overSeenAt()));
        } else if (seen == null || last.startKnown() || !seen.isAfter(at)) {
            replaceLast(last.ended(at).over(end.overSeenAt()));
        } else if (!at.isBefore(last.startsAt())) {
            replaceLast(AlertEpisode.seen(last.startsAt(), at));
            settled.add(AlertEpisode.seen(seen, null));
            endAgain(end.overSeenAt());
        }
    }

    /// Ends the last episode by what was said earlier.
    private void endAgain(@Nullable Instant at) {
        AlertEpisode last = settled.getLast();
        if (at != null && last.resolvedAt() == null && !at.isBefore(last.startsAt())) {
            end(last, new AlertEpisode(at, at, null, false, null));
        }
    }

    private void goOn(AlertEpisode last, AlertEpisode next, Instant seen) {
        Instant resolvedAt = last.resolvedAt();
        if (resolvedAt == null) {
            Instant start = next.startsAt().isBefore(last.startsAt()) ? next.startsAt() : last.startsAt();
            replaceLast(new AlertEpisode(start, next.endedAt(), AlertEpisode.later(last.firingSeenAt(), seen), last.startKnown(),
                    next.overSeenAt()));
        } else if (next.startsAt().isAfter(resolvedAt)) {
            settled.add(next);
            endAgain(last.overSeenAt());
        } else if (seen.isAfter(resolvedAt)) {
            settled.add(AlertEpisode.seen(seen, next.endedAt()).over(next.overSeenAt()));
            endAgain(last.overSeenAt());
        } else {
            replaceLast(new AlertEpisode(last.startsAt(), last.endedAt(), AlertEpisode.later(last.firingSeenAt(), seen),
                    last.startKnown(), last.overSeenAt()).over(next.endedAt()).over(next.overSeenAt()));
        }
    }

    private void replaceLast(AlertEpisode episode) {
        settled.set(settled.size() - 1, episode);
    }
}
