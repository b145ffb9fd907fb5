package dev.faultline.rca.incident;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import dev.faultline.graph.alert.Alert;
import dev.faultline.graph.incident.Incident;
import dev.faultline.rca.topology.TopologySnapshot;

/// Decides which alerts belong together: near in the topology, which takes in shared hosts and callees, and near in time.
///
/// Pure, and independent of the order of the alerts. Alerts that follow one another as in a storm join first, then those that began
/// closest to one another; none joins what would last longer than an incident may, so that alerts of quite different times are not
/// made one by those between them. An incident keeps its id as alerts join it; where alerts join two incidents, the older one takes
/// the other in. A new incident is named after its earliest alert, so that the same alerts give the same id.
/// Alerts without a subject belong to those of the same condition or the same group of their monitor.
/// O(alerts log alerts + alerting CIs x edges within reach).
public final class IncidentGrouping {
    private static final Comparator<Alert> BY_START = Comparator.comparing(Alert::startsAt).thenComparing(Alert::key);

    private final GroupingRules rules;

    public IncidentGrouping(GroupingRules rules) {
        this.rules = rules;
    }

    /// Puts alerts that belong together into groups, each with the incident that it continues.
    ///
    /// @param alerts those that are to be grouped: of open incidents and new ones
    /// @param incidents open incidents that alerts may belong to already
    /// @return a group for each incident, by start and id
    public List<AlertGroup> group(Collection<Alert> alerts, TopologySnapshot snapshot, Collection<Incident> incidents) {
        return group(alerts, snapshot, incidents, Set.of());
    }

    /// The same, with incidents that must not become one, whatever joins either.
    public List<AlertGroup> group(Collection<Alert> alerts, TopologySnapshot snapshot, Collection<Incident> incidents,
            Collection<KeptApart> apart) {
        List<Alert> sorted = alerts.stream().sorted(BY_START).toList();
        TimedSets sets = new TimedSets(sorted);
        Map<String, Integer> places = joinKnown(sorted, incidents, sets);
        for (KeptApart pair : apart) {
            Integer one = places.get(pair.oneId());
            Integer other = places.get(pair.otherId());
            if (one != null && other != null) {
                sets.keepApart(one, other);
            }
        }
        joinNear(sorted, snapshot, sets);
        Map<Integer, List<Alert>> groups = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            groups.computeIfAbsent(sets.find(i), absent -> new ArrayList<>()).add(sorted.get(i));
        }
        Map<String, Incident> incidentOf = new HashMap<>();
        incidents.stream().sorted(AGE.reversed())
                .forEach(incident -> incident.alertKeys().forEach(key -> incidentOf.put(key, incident)));
        return groups.values().stream().map(group -> named(group, incidentOf))
                .sorted(Comparator.comparing(AlertGroup::startedAt).thenComparing(AlertGroup::incidentId)).toList();
    }

    private static final Comparator<Incident> AGE = Comparator.comparing(Incident::startedAt).thenComparing(Incident::id);

    private void joinNear(List<Alert> sorted, TopologySnapshot snapshot, TimedSets sets) {
        List<Pair> looser = new ArrayList<>();
        new AlertPairs(sorted, snapshot, rules).forEach((earlier, later) -> {
            Duration apart = Duration.between(sorted.get(earlier).startsAt(), sorted.get(later).startsAt());
            if (apart.compareTo(rules.storm().gap()) <= 0) {
                sets.joinWithin(earlier, later, rules.storm().span());
            } else if (apart.compareTo(rules.near().gap()) <= 0 && sets.find(earlier) != sets.find(later)) {
                looser.add(new Pair(apart, earlier, later));
            }
        });
        looser.stream().sorted(Pair.CLOSEST_FIRST).forEach(pair -> sets.joinWithin(pair.earlier(), pair.later(), rules.near().span()));
    }

    private record Pair(Duration apart, int earlier, int later) {
        static final Comparator<Pair> CLOSEST_FIRST = Comparator.comparing(Pair::apart).thenComparingInt(Pair::earlier)
                .thenComparingInt(Pair::later);
    }

    /// What was put together stays together; returns the place of an alert of each incident.
    private static Map<String, Integer> joinKnown(List<Alert> sorted, Collection<Incident> incidents, TimedSets sets) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> position = new HashMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            position.put(sorted.get(i).key(), i);
        }
        for (Incident incident : incidents) {
            List<Integer> members = incident.alertKeys().stream().filter(position::containsKey).map(position::get).toList();
            members.forEach(member -> sets.join(members.getFirst(), member));
            members.stream().findFirst().ifPresent(member -> {
                sets.beganAt(member, incident.startedAt());
                places.put(incident.id(), member);
            });
        }
        return places;
    }

    private static AlertGroup named(List<Alert> group, Map<String, Incident> incidentOf) {
        List<Incident> known = group.stream().map(Alert::key).filter(incidentOf::containsKey).map(incidentOf::get).distinct().sorted(AGE)
                .toList();
        String id = known.isEmpty() ? name(group.getFirst()) : known.getFirst().id();
        List<String> absorbed = known.stream().skip(1).map(Incident::id).toList();
        return new AlertGroup(id, !known.isEmpty(), absorbed, group.getFirst().startsAt(),
                group.stream().map(Alert::key).distinct().sorted().toList());
    }

    private static String name(Alert earliest) {
        String seed = earliest.key() + "@" + earliest.startsAt().toEpochMilli();
        return "incident-" + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    }
}
