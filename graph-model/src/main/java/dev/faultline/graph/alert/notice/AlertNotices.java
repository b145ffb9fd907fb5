package dev.faultline.graph.alert.notice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// All that the notices of one alert said, in a form in which their order and repetition do not matter: a join-semilattice
/// but for the counter of notices.
///
/// @param episodes in the order of their starts, at least one, at most [#EPISODES_MAX]: the latest are kept
/// @param notices how many notices came
/// @param lastSeenAt when the last of them came
public record AlertNotices(String source, String fingerprint, List<AlertEpisode> episodes, LastWord word, long notices,
        Instant lastSeenAt) {

    /// How many episodes an alert remembers; a flapping condition forgets its oldest.
    static final int EPISODES_MAX = 50;

    public AlertNotices {
        episodes = List.copyOf(episodes);
    }

    /// The account that consists of one notice. Times are kept in milliseconds, as they are stored.
    public static AlertNotices of(AlertNotice notice) {
        Instant startsAt = millis(notice.startsAt());
        Instant receivedAt = millis(notice.receivedAt());
        Instant saidAt = notice.startKnown() ? receivedAt : startsAt;
        AlertEpisode episode = switch (notice.state()) {
            case FIRING -> new AlertEpisode(startsAt, null, saidAt, notice.startKnown(), null);
            case RESOLVED -> ended(notice, startsAt, receivedAt);
        };
        return new AlertNotices(notice.source(), notice.fingerprint(), List.of(episode),
                new LastWord(startsAt, saidAt, notice.labels(), notice.annotations()), 1, receivedAt);
    }

    /// What both tell together.
    public AlertNotices join(AlertNotices other) {
        List<AlertEpisode> all = joined(other.episodes);
        return new AlertNotices(source, fingerprint, all, placed(word, all).join(placed(other.word, all)), notices + other.notices,
                lastSeenAt.isAfter(other.lastSeenAt) ? lastSeenAt : other.lastSeenAt);
    }

    /// The word as one of the episode that what it speaks of turned out to belong to.
    private static LastWord placed(LastWord word, List<AlertEpisode> episodes) {
        Instant start = word.startsAt();
        return episodes.stream().map(AlertEpisode::startsAt).filter(each -> !each.isAfter(start)).max(Comparator.naturalOrder())
                .map(word::about).orElse(word);
    }

    /// Identity of the alert: source and fingerprint.
    public String key() {
        return source + ":" + fingerprint;
    }

    /// The episode that says whether the alert fires: the one with the latest start.
    public AlertEpisode current() {
        return episodes.getLast();
    }

    /// How many notices told nothing new: all but the first of each episode's beginning and of each end.
    public long repeats() {
        long facts = episodes.stream().mapToLong(episode -> (episode.firingSeenAt() == null ? 0 : 1) + (episode.endTold() ? 1 : 0))
                .sum();
        return Math.max(0, notices - facts);
    }

    public AlertState state() {
        return current().resolvedAt() == null ? AlertState.FIRING : AlertState.RESOLVED;
    }

    /// Whether a reader sees more of a difference than counters and the time of the last notice.
    public boolean differsVisiblyFrom(@Nullable AlertNotices before) {
        return before == null || !before.word.saysTheSameAs(word) || before.episodes.size() != episodes.size()
                || !before.current().startsAt().equals(current().startsAt())
                || !Objects.equals(before.current().resolvedAt(), current().resolvedAt());
    }

    /// Whether other notices speak of the current episode alone.
    public boolean speaksOfTheSameEpisodeAs(AlertNotices other) {
        Instant otherStart = other.current().startsAt();
        return other.episodes.size() == 1 && (otherStart.equals(current().startsAt())
                || (!other.current().startKnown() && otherStart.isAfter(current().startsAt())));
    }

    private List<AlertEpisode> joined(List<AlertEpisode> others) {
        if (episodes.size() == 1 && others.size() == 1 && current().startsAt().equals(others.getFirst().startsAt())) {
            return List.of(current().join(others.getFirst()));
        }
        var byStart = new TreeMap<Instant, AlertEpisode>();
        episodes.forEach(episode -> byStart.put(episode.startsAt(), episode));
        others.forEach(episode -> byStart.merge(episode.startsAt(), episode, AlertEpisode::join));
        List<AlertEpisode> all = Episodes.settled(byStart.values());
        return all.subList(Math.max(0, all.size() - EPISODES_MAX), all.size());
    }

    private static AlertEpisode ended(AlertNotice notice, Instant startsAt, Instant receivedAt) {
        Instant endsAt = notice.endsAt();
        if (endsAt != null || !notice.startKnown()) {
            return new AlertEpisode(startsAt, endsAt == null ? receivedAt : millis(endsAt), null, notice.startKnown(), null);
        }
        return new AlertEpisode(startsAt, null, null, true, AlertEpisode.later(startsAt, receivedAt));
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
