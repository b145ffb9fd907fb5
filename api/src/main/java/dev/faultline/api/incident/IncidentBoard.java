package dev.faultline.api.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.faultline.api.handling.Apart;
import dev.faultline.api.handling.Handling;
import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.alert.notice.AlertState;
import dev.faultline.graph.incident.ByPeople.ActOn;
import dev.faultline.graph.incident.Incident;
import dev.faultline.graph.incident.RankingVersion;
import dev.faultline.graph.review.Act;
import dev.faultline.rca.incident.AlertGroup;

/// The alerts and incidents that are alive, and what is due for each incident. Used by the loop's thread alone.
final class IncidentBoard {
    private static final Duration EVIDENCE_AGE_MAX = Duration.ofHours(1);

    private final IncidentTimes times;
    private final Map<String, Alert> alerts = new HashMap<>();
    private final Map<String, LiveIncident> incidents = new LinkedHashMap<>();
    private final Set<String> changedKeys = new HashSet<>();
    private final Apart apart = new Apart();
    private Map<String, Instant> suppressedSince = Map.of();
    private boolean topologyChanged;
    private Instant unboundDue = Instant.MAX;

    IncidentBoard(IncidentTimes times) {
        this.times = times;
    }

    /// Takes over an incident from the store.
    void restore(Incident incident, @Nullable RankingVersion ranking) {
        incidents.put(incident.id(), LiveIncident.restored(incident, ranking));
    }

    /// Has no alert make one of two incidents that people took apart.
    void keepApart(String incidentId, Set<String> otherIds) {
        apart.keep(incidentId, otherIds);
    }

    /// Takes the newest state of alerts.
    void apply(Collection<Alert> changed) {
        for (Alert alert : changed) {
            Alert before = alerts.put(alert.key(), alert);
            if (before == null || !saysTheSame(before, alert)) {
                changedKeys.add(alert.key());
            }
        }
    }

    /// Has the alerts grouped anew, though none of them changed.
    void topologyChanged() {
        topologyChanged = true;
    }

    /// All alerts that are known.
    Collection<Alert> alerts() {
        return alerts.values();
    }

    /// Takes since when which alerts do not count: they open nothing, are no symptoms and keep no incident from being over. Where one
    /// counts again or no longer does, its incident is due.
    void suppress(Map<String, Instant> since) {
        Set<String> changed = new HashSet<>(since.keySet());
        changed.addAll(suppressedSince.keySet());
        changed.removeIf(key -> since.containsKey(key) == suppressedSince.containsKey(key));
        suppressedSince = Map.copyOf(since);
        changedKeys.addAll(changed);
        incidents.values().stream().filter(incident -> incident.isOpen() && changed.stream().anyMatch(incident.alertKeys()::contains))
                .forEach(LiveIncident::evidenceChanged);
    }

    private boolean counts(Alert alert) {
        return !suppressedSince.containsKey(alert.key());
    }

    /// Groups all alerts anew, and has the incidents ranked whose alerts fire now and did not, or mean something else.
    void regroup(Grouping grouping, Instant now, long nowNanos) {
        if (alerts.isEmpty() || (changedKeys.isEmpty() && !topologyChanged && now.isBefore(unboundDue))) {
            return;
        }
        List<Alert> ready = alerts.values().stream().filter(alert -> isLive(alert, now) && isReady(alert, now) && counts(alert)).toList();
        List<Incident> known = incidents.values().stream().map(incident -> incident.toIncident(now)).toList();
        for (AlertGroup group : grouping.group(ready, known, apart.pairs())) {
            join(group, nowNanos);
        }
        changedKeys.clear();
        topologyChanged = false;
        unboundDue = alerts.values().stream().filter(alert -> isLive(alert, now) && !isReady(alert, now))
                .map(alert -> alert.lastSeenAt().plus(times.binding())).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    /// Whether the alert is bound, or has waited for it in vain and must stand for itself.
    private boolean isReady(Alert alert, Instant now) {
        return alert.subject() != null || !alert.lastSeenAt().plus(times.binding()).isAfter(now);
    }

    private void join(AlertGroup group, long nowNanos) {
        List<Alert> members = group.alertKeys().stream().map(alerts::get).filter(Objects::nonNull).toList();
        LiveIncident known = incidents.get(group.incidentId());
        boolean fires = members.stream().anyMatch(alert -> alert.state() == AlertState.FIRING);
        if (members.isEmpty() || (!fires && (known == null || !known.isOpen()))) {
            return;
        }
        String title = title(members);
        LiveIncident incident = incidents.computeIfAbsent(group.incidentId(), id -> new LiveIncident(id, title, group.startedAt()));
        group.absorbed().forEach(id -> absorb(incident, id));
        incident.join(title, group.startedAt(), group.alertKeys(), group.absorbed());
        if (members.stream().anyMatch(alert -> alert.state() == AlertState.FIRING && changedKeys.contains(alert.key()))) {
            incident.alertsChanged(nowNanos);
        }
    }

    private static String title(List<Alert> members) {
        Alert first = members.stream().min(Comparator.comparing(Alert::startsAt).thenComparing(Alert::key)).orElseThrow();
        return members.size() == 1 ? first.name() : first.name() + " and " + (members.size() - 1) + " more alerts";
    }

    private void absorb(LiveIncident into, String id) {
        LiveIncident absorbed = incidents.remove(id);
        apart.merged(id, into.id());
        if (absorbed != null) {
            into.join(absorbed.toIncident(absorbed.startedAt()).title(), absorbed.startedAt(), List.copyOf(absorbed.alertKeys()),
                    List.of(id));
        }
    }

    /// Has open incidents ranked again that were not for a while, as windows come in all the time; the older the incident, the longer
    /// the while, and past an age there is nothing new to see.
    ///
    /// @param known whether there is new evidence for certain, so that the shortest while will do
    void evidenceChanged(Instant now, long nowNanos, boolean known) {
        for (LiveIncident incident : incidents.values()) {
            Duration age = Duration.between(incident.startedAt(), now);
            Duration interval = known ? times.evidenceInterval() : times.evidenceInterval(age);
            boolean isYoung = known || age.compareTo(EVIDENCE_AGE_MAX) <= 0;
            if (incident.isOpen() && isYoung && nowNanos - incident.rankedAtNanos() >= interval.toNanos()) {
                incident.evidenceChanged();
            }
        }
    }

    /// Resolves the incidents none of whose alerts fired for the quiet time, and forgets what is over for good.
    void settle(Instant now) {
        for (LiveIncident incident : incidents.values()) {
            Instant lastFired = lastFired(incident, now);
            if (incident.isOpen() && !lastFired.plus(times.quiet()).isAfter(now)) {
                incident.resolve(now);
            }
        }
        incidents.values().removeIf(incident -> isOver(incident, now));
        apart.retain(incidents::containsKey);
        Set<String> members = new HashSet<>();
        incidents.values().forEach(incident -> members.addAll(incident.alertKeys()));
        alerts.values().removeIf(alert -> !isLive(alert, now) && !members.contains(alert.key()));
    }

    /// Does at once what somebody asks for.
    ///
    /// @return the incidents that are otherwise now, in the order in which they are to be stored; none where it cannot be done
    List<LiveIncident> handle(Handling handling, Instant now) {
        return switch (handling) {
            case Handling.Resolve resolve -> resolve(resolve.incidentId(), now);
            case Handling.Merge merge -> merge(merge, now);
            case Handling.Split split -> split(split, now);
        };
    }

    private List<LiveIncident> resolve(String incidentId, Instant now) {
        LiveIncident incident = incidents.get(incidentId);
        if (incident != null && incident.isOpen()) {
            incident.resolve(now);
        }
        return incident == null ? List.of() : List.of(incident);
    }

    private List<LiveIncident> merge(Handling.Merge merge, Instant now) {
        LiveIncident from = incidents.get(merge.incidentId());
        LiveIncident into = incidents.get(merge.intoId());
        if (from == null || into == null || from == into || !(from.isOpen() || into.isOpen())) {
            return List.of();
        }
        absorb(into, from.id());
        rename(into);
        into.acted(new ActOn(into.id(), merge.said().act(Act.Kind.TOOK_IN, now, from.id())));
        into.acted(new ActOn(from.id(), merge.said().act(Act.Kind.TAKEN_IN, now, into.id())));
        return List.of(into);
    }

    private List<LiveIncident> split(Handling.Split split, Instant now) {
        LiveIncident rest = incidents.get(split.incidentId());
        if (rest == null || !rest.isOpen() || incidents.containsKey(split.newId()) || !rest.alertKeys().containsAll(split.alertKeys())
                || rest.alertKeys().size() == split.alertKeys().size()) {
            return List.of();
        }
        LiveIncident part = new LiveIncident(split.newId(), "", now);
        List<String> keys = split.alertKeys().stream().sorted().toList();
        part.splitFrom(rest, keys);
        part.join("", now, keys, List.of());
        rename(part);
        rename(rest);
        part.acted(new ActOn(rest.id(), split.said().act(Act.Kind.SPLIT_OFF, now, part.id())));
        part.acted(new ActOn(part.id(), split.said().act(Act.Kind.SPLIT_FROM, now, rest.id())));
        incidents.put(part.id(), part);
        keepApart(rest.id(), Set.of(part.id()));
        return List.of(part, rest);
    }

    private void rename(LiveIncident incident) {
        List<Alert> members = members(incident).toList();
        if (!members.isEmpty()) {
            incident.rename(title(members), members.stream().map(Alert::startsAt).min(Comparator.naturalOrder()).orElseThrow());
        }
    }

    private Instant lastFired(LiveIncident incident, Instant now) {
        return members(incident).map(alert -> lastCounted(alert, now)).max(Comparator.naturalOrder()).orElse(incident.startedAt());
    }

    private Instant lastCounted(Alert alert, Instant now) {
        Instant end = alert.resolvedAt() == null ? now : alert.resolvedAt();
        Instant since = suppressedSince.getOrDefault(alert.key(), end);
        return since.isBefore(end) ? since : end;
    }

    private boolean isOver(LiveIncident incident, Instant now) {
        Instant resolvedAt = incident.resolvedAt();
        return resolvedAt != null && !incident.storingDue() && !resolvedAt.plus(times.reopen()).isAfter(now);
    }

    /// The incidents to be ranked, those whose alerts changed last first.
    List<LiveIncident> rankingDue() {
        return incidents.values().stream().filter(this::isRankable)
                .sorted(Comparator.comparingLong(LiveIncident::newestAlertNanos).reversed()).toList();
    }

    /// The incidents whose state is to be stored, and that are not to be ranked.
    List<LiveIncident> storingDue() {
        return incidents.values().stream().filter(incident -> incident.storingDue() && !isRankable(incident)).toList();
    }

    /// An incident none of whose alerts counts keeps the ranking that it has.
    private boolean isRankable(LiveIncident incident) {
        return incident.isOpen() && incident.rankingDue() && !suppressedSince.keySet().containsAll(incident.alertKeys());
    }

    /// The alerts of an incident that are known and count.
    List<Alert> alertsOf(LiveIncident incident) {
        return members(incident).filter(this::counts).toList();
    }

    /// How many incidents are open.
    int openCount() {
        return (int) incidents.values().stream().filter(LiveIncident::isOpen).count();
    }

    /// The keys of all alerts that are known or that incidents have.
    Set<String> alertKeys() {
        Set<String> keys = new HashSet<>(alerts.keySet());
        incidents.values().forEach(incident -> keys.addAll(incident.alertKeys()));
        return keys;
    }

    private Stream<Alert> members(LiveIncident incident) {
        return incident.alertKeys().stream().map(alerts::get).filter(Objects::nonNull);
    }

    private boolean isLive(Alert alert, Instant now) {
        return alert.resolvedAt() == null || alert.resolvedAt().plus(times.quiet()).isAfter(now);
    }

    private static boolean saysTheSame(Alert one, Alert other) {
        return one.state() == other.state() && one.startsAt().equals(other.startsAt()) && Objects.equals(one.subject(), other.subject())
                && one.signal() == other.signal() && one.severity() == other.severity();
    }
}
