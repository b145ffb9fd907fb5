package dev.faultline.api.demo;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.demo.IncidentReport.CauseReport;
import dev.faultline.api.demo.IncidentReport.RankingReport;
import dev.faultline.api.demo.fault.Injection;

/// One injected fault and what Faultline made of it: the truth beside the ranking, and the times between.
///
/// @param alertAt when the first alert was accepted; null before
/// @param firstRankedAt when the first ranking was stored; null before
/// @param topSince when the first place last changed hands or an alert last came; null before the first ranking
/// @param foundAt since when the truth has been in first place; null while it is not
/// @param incident its incident, with the latest ranking; null before
/// @param recoveredAt when the fault was taken back and the broker whole; null before
public record Trial(int number, Injection injection, @Nullable Instant alertAt, @Nullable Instant firstRankedAt, @Nullable Instant topSince,
        @Nullable Instant foundAt, @Nullable IncidentReport incident, @Nullable Instant recoveredAt) {
    /// A ranking counts as the answer when its first place has not changed for so long: calls are evidence by ten seconds,
    /// and known some seconds later.
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(20);

    static Trial begin(int number, Injection injection) {
        return new Trial(number, injection, null, null, null, null, null, null);
    }

    Trial alerted(Instant at) {
        return alertAt != null ? this : new Trial(number, injection, at, firstRankedAt, topSince, foundAt, incident, recoveredAt);
    }

    Trial recovered(Instant at) {
        return new Trial(number, injection, alertAt, firstRankedAt, topSince, foundAt, incident, at);
    }

    /// The trial with what its incident looks like now.
    Trial seen(IncidentReport latest) {
        RankingReport ranking = latest.ranking();
        if (ranking == null) {
            return this;
        }
        boolean sameTop = incident != null && incident.alertCount() == latest.alertCount() && topName(this).equals(topName(ranking));
        Instant found = !isTruthFirst(ranking) ? null : foundAt == null ? ranking.at() : foundAt;
        return new Trial(number, injection, alertAt, firstRankedAt == null ? ranking.at() : firstRankedAt,
                sameTop && topSince != null ? topSince : ranking.at(), found, latest, recoveredAt);
    }

    /// Whether the answer has not changed for a while.
    boolean isSettled(Instant now) {
        return topSince != null && !now.isBefore(topSince.plus(SETTLED_AFTER));
    }

    /// The place of the truth among the causes, counted from 1; 0 where it is not among them.
    public int place() {
        RankingReport ranking = incident == null ? null : incident.ranking();
        if (ranking == null) {
            return 0;
        }
        return ranking.causes().stream().filter(cause -> injection.truth().isNamedBy(cause.name())).mapToInt(CauseReport::rank).min()
                .orElse(0);
    }

    /// Whether the answer is the truth: it stands first, and Faultline does not call the cause unknown.
    public boolean isFound() {
        RankingReport ranking = incident == null ? null : incident.ranking();
        return ranking != null && !ranking.unknown() && place() == 1;
    }

    /// Seconds from the fault to the first alert.
    @Nullable
    Double alertSeconds() {
        return alertAt == null ? null : seconds(injection.at(), alertAt);
    }

    /// Seconds from the first alert to the first ranking.
    @Nullable
    Double rankingSeconds() {
        return alertAt == null || firstRankedAt == null ? null : Math.max(0, seconds(alertAt, firstRankedAt));
    }

    /// Seconds from the first alert to the first ranking with the truth in first place.
    @Nullable
    Double foundSeconds() {
        return alertAt == null || foundAt == null ? null : Math.max(0, seconds(alertAt, foundAt));
    }

    private boolean isTruthFirst(RankingReport ranking) {
        return !ranking.unknown()
                && ranking.causes().stream().anyMatch(cause -> cause.rank() == 1 && injection.truth().isNamedBy(cause.name()));
    }

    private static String topName(Trial trial) {
        RankingReport ranking = trial.incident == null ? null : trial.incident.ranking();
        return ranking == null ? "" : topName(ranking);
    }

    private static String topName(RankingReport ranking) {
        return ranking.causes().isEmpty() ? "" : ranking.unknown() + ranking.causes().getFirst().name();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1_000.0;
    }
}
