package dev.faultline.api.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.faultline.graph.incident.ByPeople;
import dev.faultline.graph.incident.ByPeople.ActOn;
import dev.faultline.graph.incident.ByPeople.Split;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentState;
import dev.faultline.graph.incident.RankingVersion;

/// An incident as the loop works on it, with what of it is not stored yet. Used by the loop's thread alone.
final class LiveIncident {
    private final String id;
    private final Set<String> alertKeys = new LinkedHashSet<>();
    private final Set<String> unstoredKeys = new LinkedHashSet<>();
    private final Set<String> unstoredAbsorbedIds = new LinkedHashSet<>();
    private final List<ActOn> unstoredActs = new ArrayList<>();
    private @Nullable Split unstoredSplit;
    private String title;
    private Instant startedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable RankingVersion ranking;
    private boolean rankingDue;
    private boolean storingDue;
    private boolean storedOpen;
    private long newestAlertNanos;
    private long rankedAtNanos;

    LiveIncident(String id, String title, Instant startedAt) {
        this.id = id;
        this.title = title;
        this.startedAt = startedAt;
        this.storingDue = true;
    }

    /// The incident as it was stored, with its latest ranking; it is due to be ranked again.
    static LiveIncident restored(Incident incident, @Nullable RankingVersion ranking) {
        LiveIncident live = new LiveIncident(incident.id(), incident.title(), incident.startedAt());
        live.alertKeys.addAll(incident.alertKeys());
        live.resolvedAt = incident.resolvedAt();
        live.ranking = ranking;
        live.storingDue = false;
        live.storedOpen = incident.state() == IncidentState.OPEN;
        live.rankingDue = incident.state() == IncidentState.OPEN;
        return live;
    }

    String id() {
        return id;
    }

    Set<String> alertKeys() {
        return alertKeys;
    }

    boolean isOpen() {
        return resolvedAt == null;
    }

    @Nullable
    Instant resolvedAt() {
        return resolvedAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    RankingVersion ranking() {
        return ranking;
    }

    boolean rankingDue() {
        return rankingDue;
    }

    /// Whether the store has it as one that is open.
    boolean storedOpen() {
        return storedOpen;
    }

    boolean storingDue() {
        return storingDue;
    }

    long newestAlertNanos() {
        return newestAlertNanos;
    }

    long rankedAtNanos() {
        return rankedAtNanos;
    }

    /// Goes on from the ranking that an earlier incident of the same id had, if there was one.
    void resume(@Nullable RankingVersion earlier) {
        ranking = earlier;
    }

    /// Takes alerts and whole incidents in; an incident that was resolved is open again.
    void join(String newTitle, Instant earliest, List<String> keys, List<String> absorbedIds) {
        for (String key : keys) {
            if (alertKeys.add(key)) {
                unstoredKeys.add(key);
                storingDue = true;
                rankingDue = true;
            }
        }
        boolean absorbs = unstoredAbsorbedIds.addAll(absorbedIds);
        if (absorbs || !title.equals(newTitle) || earliest.isBefore(startedAt) || resolvedAt != null) {
            storingDue = true;
        }
        title = newTitle;
        startedAt = earliest.isBefore(startedAt) ? earliest : startedAt;
        resolvedAt = null;
    }

    /// Takes alerts out of another one, as somebody says that they are another incident.
    void splitFrom(LiveIncident rest, List<String> keys) {
        unstoredSplit = new Split(rest.id, keys);
        rest.alertKeys.removeAll(keys);
        rest.unstoredKeys.removeAll(keys);
        rest.storingDue = true;
        rest.rankingDue = rest.resolvedAt == null;
    }

    /// Names it anew, by the alerts that it has now.
    void rename(String newTitle, Instant earliest) {
        storingDue |= !title.equals(newTitle) || !startedAt.equals(earliest);
        title = newTitle;
        startedAt = earliest;
    }

    /// Remembers what somebody did, so that it is stored with it.
    void acted(ActOn act) {
        unstoredActs.add(act);
        storingDue = true;
    }

    ByPeople unstoredByPeople() {
        return unstoredSplit == null && unstoredActs.isEmpty() ? ByPeople.NONE : new ByPeople(unstoredSplit, unstoredActs);
    }

    /// Asks for a ranking because alerts changed.
    void alertsChanged(long nowNanos) {
        rankingDue = true;
        newestAlertNanos = nowNanos;
    }

    /// Asks for a ranking because there may be more evidence.
    void evidenceChanged() {
        rankingDue = true;
    }

    void resolve(Instant at) {
        resolvedAt = at;
        rankingDue = false;
        storingDue = true;
    }

    /// The version that the next ranking gets.
    long nextVersion() {
        return ranking == null ? 1 : ranking.version() + 1;
    }

    Incident toIncident(Instant now) {
        return new Incident(id, title, resolvedAt == null ? IncidentState.OPEN : IncidentState.RESOLVED, startedAt, now, resolvedAt,
                List.copyOf(alertKeys), null);
    }

    List<String> unstoredKeys() {
        return new ArrayList<>(unstoredKeys);
    }

    List<String> unstoredAbsorbedIds() {
        return new ArrayList<>(unstoredAbsorbedIds);
    }

    /// Remembers that the incident is stored as it is, with the ranking, if there was a new one.
    void stored(@Nullable RankingVersion newRanking) {
        unstoredKeys.clear();
        unstoredAbsorbedIds.clear();
        unstoredActs.clear();
        unstoredSplit = null;
        storingDue = false;
        storedOpen = resolvedAt == null;
        ranking = newRanking == null ? ranking : newRanking;
    }

    /// Remembers that it was ranked, whether or not the answer was new.
    void ranked(long nowNanos) {
        rankingDue = false;
        rankedAtNanos = nowNanos;
    }
}
