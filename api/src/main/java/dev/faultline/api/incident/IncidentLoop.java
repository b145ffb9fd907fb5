package dev.faultline.api.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.faultline.api.handling.Handling;
import dev.faultline.api.outgoing.OutgoingEvents;
import dev.faultline.api.ranking.Ranked;
import dev.faultline.api.ranking.Ranker;
import dev.faultline.api.suppression.SuppressionWatch;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.IncidentChange;
import dev.faultline.graph.incident.IncidentStore;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.loop.Loop;
import dev.faultline.graph.loop.LoopTimes;

/// Keeps incidents and their rankings up to date as alerts, windows and deployments change.
///
/// One thread does all of it, so that an incident is ranked once at a time and always for the newest state. What fails, such as a
/// database that is away, stays due and is done again. After a start the open incidents are read back and ranked again.
public final class IncidentLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentLoop.class);
    /// A round is a matter of a second; one that takes longer than this hangs.
    private static final Duration ROUND_MAX = Duration.ofMinutes(1);
    private static final Duration STOP_MAX = Duration.ofSeconds(10);
    private static final int SYMPTOMS_MAX = 1_000;

    private final IncidentStore store;
    private final LiveAlerts liveAlerts;
    private final Grouping grouping;
    private final Ranker ranker;
    private final IncidentTimes times;
    private final Clock clock;
    private final IncidentMeters meters;
    private final IncidentBoard board;
    private final IncidentLog log;
    private final UnaryOperator<String> names;
    private final OutgoingEvents outgoing;
    private final SuppressionWatch suppressions;
    private final ChangeInbox inbox = new ChangeInbox();
    private final Loop loop;
    private boolean restored;

    IncidentLoop(Collaborators collaborators, IncidentTimes times, Clock clock, IncidentMeters meters) {
        this.store = collaborators.store();
        this.liveAlerts = collaborators.alerts();
        this.grouping = collaborators.grouping();
        this.ranker = collaborators.ranker();
        this.times = times;
        this.clock = clock;
        this.meters = meters;
        this.board = new IncidentBoard(times);
        this.log = new IncidentLog(collaborators.names());
        this.names = collaborators.names();
        this.outgoing = collaborators.outgoing();
        this.suppressions = collaborators.suppressions();
        this.loop = Loop.of("incidents", LoopTimes.unrested(times.retry(), ROUND_MAX, STOP_MAX), this::step);
        meters.watch(inbox);
    }

    /// What the loop works with.
    ///
    /// @param names the name of a CI by its id
    /// @param outgoing says what is to be told to others
    /// @param suppressions knows which alerts do not count
    record Collaborators(IncidentStore store, LiveAlerts alerts, Grouping grouping, Ranker ranker, UnaryOperator<String> names,
            OutgoingEvents outgoing, SuppressionWatch suppressions) {}

    /// Reads the stored alerts that matter.
    interface LiveAlerts {
        /// All alerts that fire.
        List<Alert> firing();

        /// The alerts of these keys.
        List<Alert> byKeys(Collection<String> keys);
    }

    /// Starts; the incidents of the store are read by the loop's own thread.
    public void start() {
        loop.start();
    }

    /// Tells that alerts are stored that are new or changed. Never waits for the loop.
    public void alertsChanged(Collection<Alert> alerts) {
        inbox.alertsChanged(alerts);
    }

    /// Tells that there is new evidence, such as a deployment; windows are looked for all the time.
    public void evidenceChanged() {
        inbox.evidenceChanged();
    }

    /// Asks for an incident to be resolved; the answer comes when that is stored, and is false where the incident is not in memory.
    public CompletableFuture<Boolean> close(String incidentId) {
        return inbox.ask(new Handling.Resolve(incidentId));
    }

    /// Asks for something to be done to incidents; the answer comes when that is stored, and is false where it cannot be done to what is
    /// in memory.
    public CompletableFuture<Boolean> ask(Handling handling) {
        return inbox.ask(handling);
    }

    /// Tells that CIs, relations or calls changed, so that alerts may belong together that did not.
    public void topologyChanged() {
        inbox.topologyChanged();
    }

    /// Why incidents are not brought up to date now, or nothing where all is well.
    public Optional<String> problem() {
        return loop.problem();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void step() throws InterruptedException {
        try {
            if (!restored) {
                restore();
                restored = true;
            }
            round(inbox.take(times.tick(), times.debounce()));
        } catch (RuntimeException e) {
            meters.failed();
            throw e;
        }
    }

    private void restore() {
        List<Incident> open = store.open();
        Map<String, RankingVersion> rankings = store.latestRankings(open.stream().map(Incident::id).toList());
        open.forEach(incident -> board.restore(incident, rankings.get(incident.id())));
        store.keptApart(open.stream().map(Incident::id).toList()).forEach(board::keepApart);
        reloadAlerts();
        LOG.info("{} open incidents read back", open.size());
    }

    private void reloadAlerts() {
        board.apply(liveAlerts.firing());
        board.apply(liveAlerts.byKeys(board.alertKeys()));
    }

    private void round(ChangeInbox.Batch batch) {
        Instant now = clock.instant();
        try {
            if (batch.overflow()) {
                reloadAlerts();
            }
            board.apply(batch.alerts().values());
            if (batch.topology()) {
                board.topologyChanged();
            }
            board.suppress(suppressions.look(board.alerts(), batch.topology(), now));
            board.regroup(grouping, now, batch.newestAlertNanos());
        } catch (RuntimeException e) {
            inbox.putBack(batch);
            throw e;
        }
        board.evidenceChanged(now, System.nanoTime(), batch.evidence());
        board.settle(now);
        List<Runnable> handled = batch.asked().stream().map(asked -> handle(asked, now)).toList();
        board.storingDue().forEach(incident -> save(incident, null, now));
        handled.forEach(Runnable::run);
        suppressions.store(now);
        rankAll();
        meters.open(board.openCount());
    }

    /// Does what a person asks for, and says what is to be told once that is stored.
    private Runnable handle(ChangeInbox.Asked asked, Instant now) {
        List<LiveIncident> touched = board.handle(asked.handling(), now);
        return () -> {
            touched.stream().filter(LiveIncident::storingDue).forEach(incident -> save(incident, null, now));
            asked.done().complete(!touched.isEmpty());
        };
    }

    /// Ranks each incident for itself: one that cannot be ranked does not keep the others from it, and is stored all the same.
    private void rankAll() {
        RuntimeException failure = null;
        for (LiveIncident incident : board.rankingDue()) {
            try {
                rank(incident);
            } catch (RuntimeException e) {
                failure = e;
                if (incident.storingDue()) {
                    save(incident, null, clock.instant());
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void rank(LiveIncident incident) {
        Instant now = clock.instant();
        long startNanos = System.nanoTime();
        List<Alert> alerts = board.alertsOf(incident);
        if (incident.ranking() == null) {
            incident.resume(store.latestRankings(List.of(incident.id())).get(incident.id()));
        }
        Ranked ranked = meters.timeRanking(() -> ranker.rank(Symptoms.of(alerts, SYMPTOMS_MAX), alerts, now));
        RankingVersion before = incident.ranking();
        boolean isNew = before == null || !ranked.saysTheSameAs(before.ranking());
        if (isNew) {
            save(incident, KeptRanking.of(incident, ranked, meters), now);
        } else if (incident.storingDue()) {
            save(incident, null, now);
        }
        meters.ranked(incident, ranked, isNew);
        incident.ranked(startNanos);
    }

    private void save(LiveIncident incident, @Nullable KeptRanking kept, Instant now) {
        Incident state = incident.toIncident(now);
        boolean openBefore = incident.storedOpen();
        List<String> absorbedIds = incident.unstoredAbsorbedIds();
        RankingVersion rankedBefore = incident.ranking();
        RankingVersion version = kept == null ? null : kept.version();
        store.save(new IncidentChange(state, incident.unstoredKeys(), absorbedIds, version, kept == null ? null : kept.input(),
                outgoing.of(new OutgoingEvents.Stored(state, openBefore, absorbedIds, rankedBefore, version), names),
                incident.unstoredByPeople()));
        incident.stored(version);
        log.saved(state, openBefore, absorbedIds);
        if (version != null) {
            log.ranked(state, rankedBefore, version);
        }
    }
}
